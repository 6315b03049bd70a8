// SPDX-License-Identifier: Apache-2.0
//
// JSON Lines. RapidJSON says whether a line is JSON and what it is made of; the
// bytes of a string are then taken from the source, escape by escape, so that
// every character knows its own.

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "document/fields.h"
#include "document/readers.h"
#include "text/utf8.h"

namespace khitai::document {
namespace {

// RFC 6901: "/a/0" is what stands at "a", then at 0.
std::vector<std::string> steps_of(const std::string& field) {
  if (field.empty() || field[0] != '/') return {field};
  std::vector<std::string> steps;
  for (size_t i = 0; i < field.size(); ++i) {
    if (field[i] == '/') {
      steps.emplace_back();
    } else if (field[i] == '~' && field.substr(i, 2) == "~1") {
      steps.back() += '/';
      ++i;
    } else {
      steps.back() += field[i];
      if (field.substr(i, 2) == "~0") ++i;
    }
  }
  return steps;
}

// Where a value stands: the step to it from the object or array around it.
struct JsonLevel {
  bool is_array = false;
  size_t count = 0;
  std::string key;
};

// Follows RapidJSON through a line; notes the strings of the field.
class JsonWalk {
 public:
  using Ch = char;

  JsonWalk(std::string_view line, const rapidjson::MemoryStream& stream,
           const std::vector<std::string>& steps)
      : line_(line), stream_(stream), steps_(steps) {}

  // The raw strings of the field, without their quotes.
  const std::vector<Part>& strings() const { return strings_; }
  const std::vector<std::string>& members() const { return members_; }
  bool is_met() const { return met_; }
  bool is_object() const { return is_object_; }

  bool Null() { return value(); }
  bool Bool(bool) { return value(); }
  bool Int(int) { return value(); }
  bool Uint(unsigned) { return value(); }
  bool Int64(int64_t) { return value(); }
  bool Uint64(uint64_t) { return value(); }
  bool Double(double) { return value(); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return value(); }
  bool String(const char*, rapidjson::SizeType, bool) {
    const Part raw = raw_string();
    if (is_field(levels_.size()) || is_item_of_field()) {
      strings_.push_back(raw);
    }
    return value();
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    levels_.back().key.assign(text, size);
    if (levels_.size() == 1) members_.push_back(levels_.back().key);
    done_ = stream_.Tell();
    return true;
  }
  bool StartObject() { return open(false); }
  bool StartArray() { return open(true); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

 private:
  bool open(bool is_array) {
    if (levels_.empty()) is_object_ = !is_array;
    levels_.push_back({is_array, 0, {}});
    done_ = stream_.Tell();
    return true;
  }
  bool close() {
    levels_.pop_back();
    return value();
  }
  // A value is over.
  bool value() {
    if (is_field(levels_.size())) met_ = true;
    if (!levels_.empty()) ++levels_.back().count;
    done_ = stream_.Tell();
    return true;
  }

  // The string that ends where the parser stands. Between it and the token
  // before there is nothing but white space and signs.
  Part raw_string() const {
    return {line_.find('"', done_) + 1, stream_.Tell() - 1};
  }

  // Whether the value at hand, within `depth` levels, is the field.
  bool is_field(size_t depth) const {
    if (depth != steps_.size()) return false;
    for (size_t i = 0; i < depth; ++i) {
      const JsonLevel& level = levels_[i];
      if (level.is_array ? std::to_string(level.count) != steps_[i]
                         : level.key != steps_[i]) {
        return false;
      }
    }
    return true;
  }
  bool is_item_of_field() const {
    return !levels_.empty() && levels_.back().is_array &&
           is_field(levels_.size() - 1);
  }

  const std::string_view line_;
  const rapidjson::MemoryStream& stream_;
  const std::vector<std::string>& steps_;
  std::vector<JsonLevel> levels_;
  std::vector<Part> strings_;
  std::vector<std::string> members_;
  size_t done_ = 0;  // where the last token ended
  bool met_ = false;
  bool is_object_ = false;
};

char32_t hex_at(std::string_view text, size_t at) {
  char32_t code = 0;
  for (char c : text.substr(at, 4)) {
    const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    code = code * 16 + static_cast<char32_t>(digit);
  }
  return code;
}

// The character of the escape at `at` and where it ends. RapidJSON has seen
// that it is one, and that surrogates come in pairs.
std::string escaped_at(std::string_view raw, size_t at, size_t* end) {
  const char c = raw[at + 1];
  *end = at + 2;
  if (c != 'u') {
    constexpr std::string_view kFrom = "bfnrt";
    constexpr std::string_view kTo = "\b\f\n\r\t";
    const size_t place = kFrom.find(c);
    return std::string(1, place == kFrom.npos ? c : kTo[place]);
  }
  char32_t code = hex_at(raw, at + 2);
  *end = at + 6;
  if (code >= 0xD800 && code < 0xDC00) {
    code = 0x10000 + ((code - 0xD800) << 10) + (hex_at(raw, at + 8) - 0xDC00);
    *end = at + 12;
  }
  std::string out;
  text::append(code, &out);
  return out;
}

void append_json_string(std::string_view raw, size_t from, Document* document) {
  size_t done = 0;
  for (size_t at = raw.find('\\'); at != raw.npos; at = raw.find('\\', done)) {
    document->append_run(raw.substr(done, at - done), from + done);
    const std::string character = escaped_at(raw, at, &done);
    document->append_for(character, {from + at, from + done});
  }
  document->append_run(raw.substr(done), from + done);
}

class JsonLines {
 public:
  JsonLines(const std::string& name, std::string_view source,
            const std::string& field)
      : name_(name), source_(source), field_(field), steps_(steps_of(field)) {}

  Result<Document> run() {
    size_t at = source_.starts_with(kByteOrderMark) ? 3 : 0;
    for (; at < source_.size(); ++number_) {
      const size_t end = std::min(source_.find('\n', at), source_.size());
      const Status read = read_line(source_.substr(at, end - at), at);
      if (!read.ok()) return read.error();
      at = end + 1;
    }
    if (field_.empty() && met_records_) return no_field(name_, known_);
    if (!field_.empty() && met_records_ && !met_) {
      return unknown_field(name_, field_, known_);
    }
    return std::move(document_);
  }

  // The source as one line.
  Result<JsonRecord> record(size_t number) {
    number_ = number;
    const Status read = read_line(source_, 0);
    if (!read.ok()) return read.error();
    JsonRecord out;
    out.end = source_.find_last_of('}');
    if (!last_is_object_ || out.end == source_.npos) {
      return Error{place() + "no JSON object, expected one on each line"};
    }
    out.met = met_;
    out.text = document_.plain();
    out.members = std::move(last_members_);
    return out;
  }

 private:
  Status read_line(std::string_view line, size_t from) {
    if (line.find_first_not_of(" \t\r") == line.npos) return Done{};
    rapidjson::MemoryStream stream(line.data(), line.size());
    rapidjson::Reader reader;
    JsonWalk walk(line, stream, steps_);
    constexpr unsigned kFlags =
        rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
    const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, walk);
    if (result.IsError()) {
      return broken(result.Offset(),
                    rapidjson::GetParseError_En(result.Code()));
    }
    if (line.find_first_not_of(" \t\r", stream.Tell()) != line.npos) {
      return broken(stream.Tell(), "Something else follows.");
    }
    if (!walk.is_object() && (field_.empty() || field_[0] != '/')) {
      return Error{place() + "no JSON object, expected one on each line"};
    }
    met_records_ = true;
    met_ = met_ || walk.is_met();
    last_members_ = walk.members();
    last_is_object_ = walk.is_object();
    for (const std::string& member : walk.members()) {
      if (known_.size() < kMostFieldsShown &&
          std::find(known_.begin(), known_.end(), member) == known_.end()) {
        known_.push_back(member);
      }
    }
    append(walk.strings(), line, from);
    return Done{};
  }

  void append(const std::vector<Part>& strings, std::string_view line,
              size_t from) {
    document_.begin_part();
    bool first = true;
    for (const Part& part : strings) {
      if (!first) document_.append_own("\n\n");
      first = false;
      append_json_string(line.substr(part.begin, part.end - part.begin),
                         from + part.begin, &document_);
    }
  }

  std::string place() const {
    return name_ + ":" + std::to_string(number_) + ": ";
  }

  Error broken(size_t offset, std::string_view what) const {
    if (!what.empty() && what.back() == '.') what.remove_suffix(1);
    return Error{place() + "no JSON at byte " + std::to_string(offset + 1) +
                 " of the line (" + std::string(what) +
                 "), expected one JSON object on each line"};
  }

  const std::string& name_;
  const std::string_view source_;
  const std::string& field_;
  const std::vector<std::string> steps_;
  Document document_;
  size_t number_ = 1;
  bool met_records_ = false;
  bool met_ = false;
  std::vector<std::string> known_;  // members met
  std::vector<std::string> last_members_;
  bool last_is_object_ = false;
};

}  // namespace

Result<JsonRecord> read_json_record(const std::string& name, size_t number,
                                    std::string_view line,
                                    const std::string& field) {
  return JsonLines(name, line, field).record(number);
}

Result<Document> read_jsonl(const std::string& name, std::string_view source,
                            const std::string& field) {
  return JsonLines(name, source, field).run();
}

}  // namespace khitai::document
