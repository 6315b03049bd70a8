// SPDX-License-Identifier: Apache-2.0
//
// Reads W3C Web Annotations: a collection with its first page, a page, a list
// or one annotation. Of the selectors a TextPositionSelector is needed.

#include <algorithm>
#include <functional>

#include "write/iri.h"
#include "write/json_read.h"
#include "write/read_parts.h"

namespace khitai::write {
namespace {

using Visit = std::function<Status(const JsonValue&)>;

// The values of a member that may be one or an array of them.
Status visit_each(const JsonValue& object, std::string_view name,
                  const Visit& visit) {
  const JsonValue* value = member_of(object, name);
  if (value == nullptr || value->IsNull()) return Done{};
  if (!value->IsArray()) return visit(*value);
  for (const JsonValue& one : value->GetArray()) {
    const Status status = visit(one);
    if (!status.ok()) return status;
  }
  return Done{};
}

bool has_word(const JsonValue& object, std::string_view name,
              std::string_view word) {
  bool found = false;
  const Status seen = visit_each(object, name, [&](const JsonValue& one) {
    found = found || (one.IsString() && text_of(one) == word);
    return Status(Done{});
  });
  return seen.ok() && found;
}

bool has_type(const JsonValue& object, std::string_view type) {
  return has_word(object, "type", type) || has_word(object, "@type", type);
}

// The IRI of something given by itself or as an object with an id.
std::string iri_of(const JsonValue& value) {
  if (value.IsString()) return std::string(text_of(value));
  if (!value.IsObject()) return {};
  for (std::string_view name : {"id", "@id"}) {
    const JsonValue* id = member_of(value, name);
    if (id != nullptr && id->IsString()) return std::string(text_of(*id));
  }
  return {};
}

Status read_selector(const JsonValue& selector, bool* placed,
                     PlainMention* mention) {
  if (!selector.IsObject()) return Done{};
  if (has_type(selector, "TextQuoteSelector")) {
    const auto exact = take_text(selector, "exact");
    if (!exact.ok()) return exact.error();
    mention->text = *exact;
  }
  if (!has_type(selector, "TextPositionSelector")) return Done{};
  if (*placed) return Error{"several places, expected one"};
  const auto start = need_number(selector, "start");
  if (!start.ok()) return start.error();
  const auto end = need_number(selector, "end");
  if (!end.ok()) return end.error();
  if (*start >= *end) {
    return Error{"start " + std::to_string(*start) + " and end " +
                 std::to_string(*end) + ", expected start before end"};
  }
  mention->start = *start;
  mention->end = *end;
  *placed = true;
  return Done{};
}

Status read_target(const JsonValue& target, bool* placed,
                   PlainMention* mention) {
  if (!target.IsObject()) return Done{};
  const JsonValue* source = member_of(target, "source");
  if (source == nullptr || iri_of(*source).empty()) {
    return Error{"the target's source is missing, expected an IRI"};
  }
  mention->doc = decoded(iri_of(*source));
  return visit_each(target, "selector", [&](const JsonValue& selector) {
    return read_selector(selector, placed, mention);
  });
}

Status read_body(const JsonValue& body, PlainMention* mention) {
  if (body.IsObject() && has_word(body, "purpose", "tagging")) {
    const auto value = take_text(body, "value");
    if (!value.ok()) return value.error();
    if (mention->type.empty()) mention->type = *value;
    return Done{};
  }
  if (body.IsObject() && (has_type(body, "TextualBody") ||
                          has_word(body, "purpose", "commenting"))) {
    return Done{};
  }
  const JsonValue* source =
      body.IsObject() ? member_of(body, "source") : nullptr;
  const std::string iri = iri_of(source == nullptr ? body : *source);
  if (iri.empty()) return Done{};
  PlainCandidate candidate{entity_of_iri(iri), -1};
  if (body.IsObject()) {
    const auto probability = take_probability(body, "probability");
    if (!probability.ok()) return probability.error();
    candidate.probability = *probability;
  }
  mention->candidates.push_back(std::move(candidate));
  return Done{};
}

Status read_w3c_decision(const JsonValue& item, PlainMention* mention) {
  decide_by_count(mention);
  const auto word = take_text(item, "decision");
  if (!word.ok()) return word.error();
  if (!word->empty()) {
    const auto decision = decision_of_word(*word);
    if (!decision) {
      return Error{"decision is " + quoted_short(*word) +
                   ", expected match, ambiguous or none"};
    }
    mention->decision = *decision;
  }
  if (mention->decision != Decision::kMatch) return Done{};
  if (mention->candidates.empty()) {
    return Error{"decision is match, expected a body that identifies"};
  }
  mention->entity = mention->candidates[0].entity;
  return Done{};
}

Status read_item(const JsonValue& item, PlainMention* mention) {
  if (!item.IsObject()) {
    return Error{std::string(kind_words(item)) + ", expected an annotation"};
  }
  bool placed = false;
  Status read = visit_each(item, "target", [&](const JsonValue& target) {
    return read_target(target, &placed, mention);
  });
  if (!read.ok()) return read;
  if (!placed) return Error{"no place, expected a TextPositionSelector"};
  if (mention->text.empty()) {
    return Error{"no text, expected a TextQuoteSelector with exact"};
  }
  read = visit_each(item, "body", [&](const JsonValue& body) {
    return read_body(body, mention);
  });
  return read.ok() ? read_w3c_decision(item, mention) : read;
}

// The object that has the annotations: a page, or a collection's first page.
const JsonValue* page_in(const JsonValue& root) {
  if (!root.IsObject()) return nullptr;
  if (member_of(root, "items") != nullptr) return &root;
  const JsonValue* first = member_of(root, "first");
  const bool page = first != nullptr && first->IsObject() &&
                    member_of(*first, "items") != nullptr;
  return page ? first : nullptr;
}

}  // namespace

Status read_w3c(const std::string& path, std::string_view bytes,
                PlainMentions* all) {
  all->offsets = Offsets::kCodepoint;
  rapidjson::Document root;
  if (const auto problem = parse_json(bytes, &root)) {
    const std::string_view before = bytes.substr(0, problem->byte);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    return Error{path + ":" + std::to_string(line) + ": " + problem->what +
                 ", expected a W3C annotation collection"};
  }
  size_t number = 0;
  const Visit visit = [&](const JsonValue& item) -> Status {
    PlainMention mention;
    mention.where = path + ": item " + std::to_string(++number);
    const Status read = read_item(item, &mention);
    if (!read.ok()) return Error{mention.where + ": " + read.error().message};
    all->mentions.push_back(std::move(mention));
    return Done{};
  };
  if (root.IsArray()) {
    for (const JsonValue& item : root.GetArray()) {
      const Status read = visit(item);
      if (!read.ok()) return read;
    }
    return Done{};
  }
  if (const JsonValue* page = page_in(root)) {
    return visit_each(*page, "items", visit);
  }
  if (root.IsObject() && member_of(root, "target") != nullptr) {
    return visit(root);
  }
  return Error{path + ": no annotations, expected items, or first with items"};
}

}  // namespace khitai::write
