// SPDX-License-Identifier: Apache-2.0

#include "document/unpack.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <memory>

namespace khitai::document {
namespace {

using namespace std::string_view_literals;

// Where unpacked data goes: counted, and kept on the second way.
class Sink {
 public:
  Sink(size_t most, std::string* out) : most_(most), out_(out) {}

  // False: that is too much.
  bool take(const char* data, size_t size) {
    if (size > most_ - size_) return false;
    size_ += size;
    if (out_ != nullptr) out_->append(data, size);
    return true;
  }
  size_t size() const { return size_; }

 private:
  size_t most_;
  std::string* out_;
  size_t size_ = 0;
};

constexpr size_t kPiece = size_t{1} << 17;

Error too_large(size_t most) {
  return Error{"more than " + std::to_string(most) +
               " bytes when decompressed, expected at most that; split the "
               "file"};
}

Error damaged(std::string_view format, size_t offset, std::string_view why) {
  return Error{std::string(format) + " data damaged near byte " +
               std::to_string(offset) + " (" + std::string(why) +
               "), expected a whole file; fetch it again"};
}

Error cut_short(std::string_view format, size_t size) {
  return Error{std::string(format) + " data ends too early, after " +
               std::to_string(size) +
               " bytes, expected a whole file; fetch it again"};
}

// zlib's counts are 32 bits wide: the input is handed over in pieces.
class Gzip {
 public:
  explicit Gzip(std::string_view bytes) : bytes_(bytes) {}
  ~Gzip() {
    if (ready_) inflateEnd(&stream_);
  }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  Status run(size_t most, Sink* sink) {
    constexpr int kGzipOnly = 15 + 16;
    ready_ = inflateInit2(&stream_, kGzipOnly) == Z_OK;
    if (!ready_) return Error{"no memory to decompress it"};
    for (bool at_end = false; !at_end;) {
      feed();
      stream_.next_out = reinterpret_cast<Bytef*>(piece_.get());
      stream_.avail_out = kPiece;
      const int code = inflate(&stream_, Z_NO_FLUSH);
      if (!sink->take(piece_.get(), kPiece - stream_.avail_out)) {
        return too_large(most);
      }
      if (code == Z_STREAM_END) {
        at_end = !begin_member();
        if (at_end && offset() < bytes_.size() && !rest_is_padding()) {
          return damaged("gzip", offset(), "something else follows");
        }
      } else if (code == Z_BUF_ERROR || (code == Z_OK && is_stuck())) {
        return cut_short("gzip", bytes_.size());
      } else if (code != Z_OK) {
        return damaged("gzip", offset(),
                       stream_.msg != nullptr ? stream_.msg : "no gzip data");
      }
    }
    return Done{};
  }

 private:
  size_t offset() const { return fed_ - stream_.avail_in; }

  void feed() {
    if (stream_.avail_in > 0) return;
    const size_t size = std::min(kPiece, bytes_.size() - fed_);
    stream_.next_in =
        reinterpret_cast<Bytef*>(const_cast<char*>(bytes_.data() + fed_));
    stream_.avail_in = static_cast<uInt>(size);
    fed_ += size;
  }

  bool is_stuck() const {
    return stream_.avail_in == 0 && fed_ == bytes_.size() &&
           stream_.avail_out == kPiece;
  }

  // Several members stand one behind the other (`cat a.gz b.gz`, bgzip).
  bool begin_member() {
    const size_t at = offset();
    if (bytes_.substr(at, 2) != "\x1F\x8B"sv) return false;
    inflateReset(&stream_);
    fed_ = at;
    stream_.avail_in = 0;
    return true;
  }

  // Tapes and some programs fill up with zeros.
  bool rest_is_padding() const {
    return bytes_.find_first_not_of('\0', offset()) == bytes_.npos;
  }

  std::string_view bytes_;
  size_t fed_ = 0;
  bool ready_ = false;
  z_stream stream_{};
  std::unique_ptr<char[]> piece_ = std::make_unique<char[]>(kPiece);
};

Status run_zstd(std::string_view bytes, size_t most, Sink* sink) {
  const std::unique_ptr<ZSTD_DCtx, size_t (*)(ZSTD_DCtx*)> context(
      ZSTD_createDCtx(), ZSTD_freeDCtx);
  if (context == nullptr) return Error{"no memory to decompress it"};
  const auto piece = std::make_unique<char[]>(kPiece);
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  for (;;) {
    ZSTD_outBuffer out{piece.get(), kPiece, 0};
    const size_t before = in.pos;
    const size_t hint = ZSTD_decompressStream(context.get(), &out, &in);
    if (ZSTD_isError(hint) != 0) {
      return damaged("zstd", in.pos, ZSTD_getErrorName(hint));
    }
    if (!sink->take(piece.get(), out.pos)) return too_large(most);
    if (hint == 0 && in.pos == in.size) return Done{};
    if (in.pos == before && out.pos == 0) return cut_short("zstd", in.size);
  }
}

Status run_unpacker(std::string_view bytes, Packing packing, size_t most,
                    Sink* sink) {
  if (packing == Packing::kGzip) return Gzip(bytes).run(most, sink);
  return run_zstd(bytes, most, sink);
}

}  // namespace

Packing packing_of_bytes(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\x1F\x8B"sv) return Packing::kGzip;
  // A frame, or a frame to be skipped, as parallel compressors begin with.
  const bool skipped = bytes.size() >= 4 && (bytes[0] & 0xF0) == 0x50 &&
                       bytes.substr(1, 3) == "\x2A\x4D\x18"sv;
  if (skipped || bytes.substr(0, 4) == "\x28\xB5\x2F\xFD"sv) {
    return Packing::kZstd;
  }
  return Packing::kNone;
}

Result<std::string> unpack(std::string_view bytes, Packing packing,
                           size_t most) {
  Sink counting(most, nullptr);
  const Status counted = run_unpacker(bytes, packing, most, &counting);
  if (!counted.ok()) return counted.error();
  std::string out;
  out.reserve(counting.size());
  Sink keeping(most, &out);
  const Status kept = run_unpacker(bytes, packing, most, &keeping);
  if (!kept.ok()) return kept.error();
  return out;
}

}  // namespace khitai::document
