// SPDX-License-Identifier: Apache-2.0

#include "document/xml.h"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <type_traits>

#include "text/utf8.h"

namespace khitai::document {
namespace {

using ExpatParser =
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, void (*)(XML_Parser)>;

std::string_view local_name(std::string_view tag) {
  const size_t colon = tag.rfind(':');
  return colon == tag.npos ? tag : tag.substr(colon + 1);
}

// A run of expat over one source.
class XmlRun {
 public:
  XmlRun(const std::string& name, std::string_view source, XmlHandler* handler)
      : name_(name),
        source_(source),
        handler_(handler),
        parser_(XML_ParserCreate("UTF-8"), XML_ParserFree) {}

  Status run() {
    if (parser_ == nullptr) return Error{name_ + ": no memory to read it"};
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetCdataSectionHandler(parser_.get(), on_cdata, on_cdata_end);
    XML_SetExternalEntityRefHandler(parser_.get(), on_external);
    XML_SetSkippedEntityHandler(parser_.get(), on_skipped);
    XML_SetParamEntityParsing(parser_.get(), XML_PARAM_ENTITY_PARSING_ALWAYS);
    const XML_Status status = XML_Parse(parser_.get(), source_.data(),
                                        static_cast<int>(source_.size()), 1);
    if (!problem_.empty()) return Error{problem_};
    if (done_) return Done{};
    if (status != XML_STATUS_OK) return error();
    return Done{};
  }

 private:
  static XmlRun& of(void* data) { return *static_cast<XmlRun*>(data); }

  static void on_start(void* data, const char* tag, const char** attributes) {
    XmlRun& run = of(data);
    if (++run.depth_ > kDeepestXml) {
      run.stop("elements nested deeper than " + std::to_string(kDeepestXml) +
               ", expected a shallower document");
    }
    if (!run.problem_.empty()) return;
    run.handler_->start(local_name(tag), XmlAttributes(attributes), run.span(),
                        run.is_in_entity());
    if (!run.handler_->is_done()) return;
    run.done_ = true;
    XML_StopParser(run.parser_.get(), XML_FALSE);
  }

  static void on_end(void* data, const char* tag) {
    XmlRun& run = of(data);
    --run.depth_;
    if (!run.problem_.empty() || run.done_) return;
    Span span = run.span();
    const bool in_entity = run.is_in_entity();
    // Of an empty tag the second event is at its end.
    if (!in_entity && run.source_.substr(span.begin, 2) != "</") {
      span.end = span.begin;
    }
    run.handler_->end(local_name(tag), span, in_entity);
  }

  static void on_text(void* data, const char* text, int size) {
    XmlRun& run = of(data);
    if (!run.problem_.empty()) return;
    const Span span = run.span();
    const std::string_view piece(text, static_cast<size_t>(size));
    const bool is_source =
        run.source_.substr(span.begin, piece.size()) == piece &&
        (piece.size() == span.end - span.begin);
    run.handler_->text(piece, span, is_source);
  }

  static void on_cdata(void* data) {
    XmlRun& run = of(data);
    if (!run.is_in_entity()) run.handler_->start_cdata(run.span());
  }
  static void on_cdata_end(void* data) {
    XmlRun& run = of(data);
    if (!run.is_in_entity()) run.handler_->end_cdata(run.span());
  }

  // A DTD elsewhere is passed over: what it declares is an error where it is
  // referred to. An entity elsewhere is one.
  static int on_external(XML_Parser parser, const char*, const char*,
                         const char*, const char*) {
    XmlRun& run = of(XML_GetUserData(parser));
    const size_t at = run.span().begin;
    const char first = at < run.source_.size() ? run.source_[at] : '\0';
    if (first != '&' && first != '%') return XML_STATUS_OK;
    run.refuse_external();
    return XML_STATUS_ERROR;
  }

  static void on_skipped(void* data, const char* entity, int) {
    of(data).stop(undeclared(entity));
  }

  static std::string undeclared(std::string_view entity) {
    return "entity &" + std::string(entity) +
           "; is not declared in the document (external DTDs are not read), "
           "expected the character itself or a declaration";
  }

  void refuse_external() {
    const std::string_view rest = source_.substr(span().begin);
    const std::string_view entity =
        rest.substr(0, std::min<size_t>(rest.find(';'), 80));
    stop("external entity " + std::string(entity) +
         "; is not read, expected what it holds in the document itself");
  }

  void stop(const std::string& what) {
    if (problem_.empty()) problem_ = place() + what;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  std::string place() const {
    return name_ + ":" +
           std::to_string(XML_GetCurrentLineNumber(parser_.get())) + ":" +
           std::to_string(XML_GetCurrentColumnNumber(parser_.get()) + 1) + ": ";
  }

  Error error() const {
    const XML_Error code = XML_GetErrorCode(parser_.get());
    if (code == XML_ERROR_UNDEFINED_ENTITY) {
      const std::string_view rest = source_.substr(span().begin);
      const size_t size = std::min<size_t>(rest.find(';'), 80);
      return Error{place() + undeclared(rest.substr(1, size - 1))};
    }
    if (code == XML_ERROR_AMPLIFICATION_LIMIT_BREACH) {
      return Error{place() +
                   "entities that expand to far more than the document, "
                   "expected the text itself"};
    }
    return Error{place() + XML_ErrorString(code) +
                 ", expected well-formed XML"};
  }

  // The bytes of the event at hand.
  Span span() const {
    const size_t begin =
        std::min(static_cast<size_t>(XML_GetCurrentByteIndex(parser_.get())),
                 source_.size());
    const size_t count =
        static_cast<size_t>(XML_GetCurrentByteCount(parser_.get()));
    Span span{begin, begin + std::min(count, source_.size() - begin)};
    if (span.begin == span.end && is_reference(begin)) {
      span.end = std::min(source_.find(';', begin) + 1, source_.size());
    }
    return span;
  }

  bool is_reference(size_t at) const {
    return at < source_.size() && source_[at] == '&';
  }

  // Of tags: their event is at a reference when an entity holds them.
  bool is_in_entity() const { return is_reference(span().begin); }

  const std::string& name_;
  const std::string_view source_;
  XmlHandler* const handler_;
  const ExpatParser parser_;
  size_t depth_ = 0;
  bool done_ = false;
  std::string problem_;
};

}  // namespace

std::string_view XmlAttributes::find(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (name == pair[0]) return pair[1];
  }
  return {};
}

Status parse_xml(const std::string& name, std::string_view source,
                 XmlHandler* handler) {
  return XmlRun(name, source, handler).run();
}

}  // namespace khitai::document
