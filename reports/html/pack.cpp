#include "reports/html/pack.h"

#include <openssl/evp.h>
#include <zlib.h>

#include <array>
#include <limits>

#include "base/error.h"

namespace uketsuke::reports {

namespace {

std::string base64(const unsigned char* bytes, std::size_t size) {
  std::string out(4 * ((size + 2) / 3) + 1, '\0');  // EVP_EncodeBlock ends with a NUL
  const int length =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), bytes, static_cast<int>(size));
  out.resize(static_cast<std::size_t>(length));
  return out;
}

std::string gzip(std::string_view bytes) {
  constexpr int kWindowBits = 15;
  constexpr int kGzip = 16;  // requests a gzip header from zlib; its time stays 0
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kWindowBits + kGzip, 8, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw SystemError("cannot compress the report: zlib has no memory");
  }
  std::string out;
  std::array<unsigned char, 1 << 14> buffer{};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = buffer.data();
    stream.avail_out = buffer.size();
    state = deflate(&stream, Z_FINISH);
    out.append(reinterpret_cast<const char*>(buffer.data()), buffer.size() - stream.avail_out);
  }
  deflateEnd(&stream);
  return out;
}

/// zlib and OpenSSL use 32-bit sizes; a chunk of fifty cases is some hundred kilobytes, a picture ten.
void check_size(std::string_view bytes) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max() / 2))
    throw SystemError("the records of fifty cases are more than 1 GiB: too much for one report.html");
}

}  // namespace

std::string gzip_base64(std::string_view bytes) {
  check_size(bytes);
  return base64(gzip(bytes));
}

std::string base64(std::string_view bytes) {
  check_size(bytes);
  return base64(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

std::string csp_hash(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
    throw SystemError("OpenSSL cannot compute SHA-256");
  return "sha256-" + base64(digest.data(), size);
}

std::string script_safe(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";  // in JSON, `<` occurs only inside strings
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace uketsuke::reports
