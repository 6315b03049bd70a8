// SPDX-License-Identifier: Apache-2.0

#include "document/xml_text.h"

#include "document/xml.h"

namespace khitai::document {
namespace {

size_t count_points(std::string_view text) {
  size_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

class CharacterCounter : public XmlHandler {
 public:
  explicit CharacterCounter(const std::vector<size_t>& at) : at_(at) {}

  void start(std::string_view, const XmlAttributes&, Span, bool) override {}
  void end(std::string_view, Span, bool) override {}
  void start_cdata(Span) override {}
  void end_cdata(Span) override {}
  void text(std::string_view text, Span span, bool is_source) override {
    pass(span.begin);
    while (is_source && counts_.size() < at_.size() &&
           at_[counts_.size()] < span.end) {
      const size_t within = at_[counts_.size()] - span.begin;
      counts_.push_back(count_ + count_points(text.substr(0, within)));
    }
    count_ += count_points(text);
  }

  std::vector<size_t> finish() {
    while (counts_.size() < at_.size()) counts_.push_back(count_);
    return std::move(counts_);
  }

 private:
  // Offsets up to that byte stand before the text at hand.
  void pass(size_t begin) {
    while (counts_.size() < at_.size() && at_[counts_.size()] <= begin) {
      counts_.push_back(count_);
    }
  }

  const std::vector<size_t>& at_;
  std::vector<size_t> counts_;
  size_t count_ = 0;
};

}  // namespace

Result<std::vector<size_t>> characters_before(const std::string& name,
                                              std::string_view source,
                                              const std::vector<size_t>& at) {
  CharacterCounter counter(at);
  const Status status = parse_xml(name, source, &counter);
  if (!status.ok()) return status.error();
  return counter.finish();
}

}  // namespace khitai::document
