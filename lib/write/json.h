// SPDX-License-Identifier: Apache-2.0
//
// JSON into a string: RapidJSON's writer, fed with valid UTF-8 only. Appends
// as it goes; nothing is buffered. One writer serves one thread.

#ifndef KHITAI_WRITE_JSON_H_
#define KHITAI_WRITE_JSON_H_

#include <rapidjson/writer.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace khitai::write {

class Json {
 public:
  enum class Place { kFile, kScript };  // kScript: within HTML, "<" escaped

  explicit Json(std::string* out, Place place = Place::kFile)
      : sink_{out, place == Place::kScript}, writer_(sink_) {}
  Json(const Json&) = delete;
  Json& operator=(const Json&) = delete;

  void open_object() { writer_.StartObject(); }
  void close_object() { writer_.EndObject(); }
  void open_array() { writer_.StartArray(); }
  void close_array() { writer_.EndArray(); }
  // After a whole value: a newline, and the next value may begin.
  void end_line();

  // REQUIRES: name is valid UTF-8.
  void key(std::string_view name) {
    writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  void text(std::string_view value);  // ill-formed parts as U+FFFD
  void number(uint64_t value) { writer_.Uint64(value); }
  void signed_number(int64_t value) { writer_.Int64(value); }
  void probability(double value);  // 0.0 to 1.0, four decimals at most
  void raw_number(std::string_view digits);  // that is JSON already
  void boolean(bool value) { writer_.Bool(value); }
  void null() { writer_.Null(); }
  // An array that is JSON already. REQUIRES: made for the same place.
  void raw_array(std::string_view json);

  void member(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  void member(std::string_view name, uint64_t value) {
    key(name);
    number(value);
  }

 private:
  // The names are RapidJSON's.
  struct Sink {
    using Ch = char;
    std::string* out;
    bool script;
    void Put(char c) {  // NOLINT(readability-identifier-naming)
      if (script && c == '<') {
        out->append("\\u003c");
      } else {
        out->push_back(c);
      }
    }
    void Flush() {}  // NOLINT(readability-identifier-naming)
  };

  Sink sink_;
  rapidjson::Writer<Sink> writer_;
  std::string clean_;
};

// "0.9731", "1.0", "0.0": rounded to four decimals, as few as it takes.
std::string probability_text(double value);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_JSON_H_
