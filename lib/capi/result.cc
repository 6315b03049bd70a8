// SPDX-License-Identifier: Apache-2.0
//
// What a result holds. Numbers out of range find nothing.

#include "capi/handles.h"
#include "khitai/c.h"

namespace khitai::capi {
namespace {

const Mention* mention_of(const khitai_result* result, size_t mention) {
  if (result == nullptr || mention >= result->mentions.size()) return nullptr;
  return &result->mentions[mention];
}

const Candidate* candidate_of(const khitai_result* result, size_t mention,
                              size_t rank) {
  const Mention* const found = mention_of(result, mention);
  if (found == nullptr || rank >= found->candidates.size()) return nullptr;
  return &found->candidates[rank];
}

const Feature* reason_of(const khitai_result* result, size_t mention,
                         size_t rank, size_t reason) {
  const Candidate* const found = candidate_of(result, mention, rank);
  if (found == nullptr || reason >= found->features.size()) return nullptr;
  return &found->features[reason];
}

// The candidate's entity; an empty one where there is none.
Entity entity_of(const khitai_result* result, size_t mention, size_t rank) {
  const Candidate* const found = candidate_of(result, mention, rank);
  return found == nullptr ? Entity() : result->lexicon->entity(found->entity);
}

}  // namespace
}  // namespace khitai::capi

using namespace khitai::capi;  // NOLINT: the functions of C stand outside

void khitai_result_free(khitai_result* result) { delete result; }

khitai_text khitai_result_lang(const khitai_result* result) {
  return text_of(result == nullptr ? std::string_view() : result->lang);
}

size_t khitai_result_count(const khitai_result* result) {
  return result == nullptr ? 0 : result->mentions.size();
}

size_t khitai_mention_begin(const khitai_result* result, size_t mention) {
  const auto* const found = mention_of(result, mention);
  return found == nullptr ? 0 : found->begin;
}

size_t khitai_mention_end(const khitai_result* result, size_t mention) {
  const auto* const found = mention_of(result, mention);
  return found == nullptr ? 0 : found->end;
}

size_t khitai_mention_core_begin(const khitai_result* result, size_t mention) {
  const auto* const found = mention_of(result, mention);
  return found == nullptr ? 0 : found->core_begin;
}

size_t khitai_mention_core_end(const khitai_result* result, size_t mention) {
  const auto* const found = mention_of(result, mention);
  return found == nullptr ? 0 : found->core_end;
}

int khitai_mention_decision(const khitai_result* result, size_t mention) {
  const auto* const found = mention_of(result, mention);
  return found == nullptr ? -1 : decision_code(found->decision);
}

size_t khitai_mention_candidates(const khitai_result* result, size_t mention) {
  const auto* const found = mention_of(result, mention);
  return found == nullptr ? 0 : found->candidates.size();
}

uint32_t khitai_candidate_entity(const khitai_result* result, size_t mention,
                                 size_t rank) {
  const auto* const found = candidate_of(result, mention, rank);
  return found == nullptr ? KHITAI_NONE : found->entity;
}

khitai_text khitai_candidate_id(const khitai_result* result, size_t mention,
                                size_t rank) {
  return text_of(entity_of(result, mention, rank).id);
}

khitai_text khitai_candidate_label(const khitai_result* result, size_t mention,
                                   size_t rank) {
  return text_of(entity_of(result, mention, rank).label);
}

khitai_text khitai_candidate_type(const khitai_result* result, size_t mention,
                                  size_t rank) {
  return text_of(entity_of(result, mention, rank).type);
}

khitai_text khitai_candidate_form(const khitai_result* result, size_t mention,
                                  size_t rank) {
  const auto* const found = candidate_of(result, mention, rank);
  if (found == nullptr) return text_of("");
  return text_of(result->lexicon->form(found->form).text);
}

double khitai_candidate_probability(const khitai_result* result, size_t mention,
                                    size_t rank) {
  const auto* const found = candidate_of(result, mention, rank);
  return found == nullptr ? 0 : found->probability;
}

size_t khitai_candidate_reasons(const khitai_result* result, size_t mention,
                                size_t rank) {
  const auto* const found = candidate_of(result, mention, rank);
  return found == nullptr ? 0 : found->features.size();
}

khitai_text khitai_candidate_reason(const khitai_result* result, size_t mention,
                                    size_t rank, size_t reason) {
  const auto* const found = reason_of(result, mention, rank, reason);
  return text_of(found == nullptr ? std::string_view() : found->words);
}

double khitai_candidate_weight(const khitai_result* result, size_t mention,
                               size_t rank, size_t reason) {
  const auto* const found = reason_of(result, mention, rank, reason);
  return found == nullptr ? 0 : found->weight;
}
