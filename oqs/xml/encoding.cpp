#include "oqs/xml/encoding.h"

#include <iconv.h>

#include <array>
#include <cerrno>
#include <utility>

#include "base/error.h"

namespace uketsuke::oqs {

namespace {

constexpr std::string_view kReplacement = "●";

class Converter {
 public:
  Converter(const char* to, const char* from) : handle_(::iconv_open(to, from)) {
    if (handle_ == reinterpret_cast<iconv_t>(-1)) {
      throw SystemError(std::string("the C library cannot convert ") + from + " to " + to +
                        "; install its gconv modules");
    }
  }
  ~Converter() { ::iconv_close(handle_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  /// Appends the converted text; returns the number of input bytes that were converted.
  std::size_t convert(std::string_view from, std::string& to) {
    ::iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    char* in = const_cast<char*>(from.data());  // iconv's signature predates const
    std::size_t left = from.size();
    std::array<char, 4096> buffer;
    while (left > 0) {
      char* out = buffer.data();
      std::size_t space = buffer.size();
      const std::size_t result = ::iconv(handle_, &in, &left, &out, &space);
      to.append(buffer.data(), buffer.size() - space);
      if (result == static_cast<std::size_t>(-1) && errno != E2BIG) break;
    }
    return from.size() - left;
  }

 private:
  iconv_t handle_;
};

/// Characters of JIS X 0208 with two code points: Unicode's mapping table and Windows' differ. ¥ and ‾ are
/// listed because glibc would write them as the bytes of \ and ~.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kTwins = {{{"～", "〜"},
                                                                                  {"－", "−"},
                                                                                  {"∥", "‖"},
                                                                                  {"￠", "¢"},
                                                                                  {"￡", "£"},
                                                                                  {"￢", "¬"},
                                                                                  {"—", "―"},
                                                                                  {"¥", "￥"},
                                                                                  {"‾", "￣"}}};

std::string_view twin_of(std::string_view character) {
  for (const auto& [windows, jis] : kTwins) {
    if (windows == character) return jis;
  }
  return character;
}

/// XML 1.0, production Char.
bool allowed_in_xml(std::string_view character) {
  if (character.size() == 1) {
    const auto byte = static_cast<unsigned char>(character[0]);
    return (byte >= 0x20 && byte < 0x80) || byte == '\t' || byte == '\n' || byte == '\r';
  }
  return character != "\xEF\xBF\xBE" && character != "\xEF\xBF\xBF";
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::string_view iana_name(Encoding encoding) { return encoding == Encoding::utf8 ? "UTF-8" : "Shift_JIS"; }

std::size_t length_of_character(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
  if (at + length > text.size()) return 1;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return 1;
  }
  return length;
}

Encoded encode(std::string_view utf8, Encoding encoding) {
  Converter converter(encoding == Encoding::utf8 ? "UTF-8" : "SHIFT_JIS", "UTF-8");
  Encoded encoded;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::string_view character = utf8.substr(at, length_of_character(utf8, at));
    at += character.size();
    if (character.size() == 1 && allowed_in_xml(character)) {
      encoded.bytes += character;
      continue;
    }
    const std::string_view written = encoding == Encoding::shift_jis ? twin_of(character) : character;
    std::string bytes;
    if (allowed_in_xml(written) && converter.convert(written, bytes) == written.size()) {
      encoded.bytes += bytes;
      continue;
    }
    ++encoded.replaced;
    converter.convert(kReplacement, encoded.bytes);
  }
  return encoded;
}

std::string without_controls(std::string_view utf8, std::size_t& replaced) {
  std::string text;
  for (const char c : utf8) {
    if ((c & 0x80) == 0 && !allowed_in_xml({&c, 1})) {
      text += kReplacement;
      ++replaced;
    } else {
      text += c;
    }
  }
  return text;
}

Decoded decode(std::string_view bytes, Encoding encoding) {
  Converter converter("UTF-8", encoding == Encoding::utf8 ? "UTF-8" : "SHIFT_JIS");
  Decoded decoded;
  const std::size_t done = converter.convert(bytes, decoded.text);
  if (encoding == Encoding::shift_jis) {
    // glibc follows JIS X 0201, in which these two bytes are ¥ and ‾; XML and every writer mean ASCII.
    replace_all(decoded.text, "¥", "\\");
    replace_all(decoded.text, "‾", "~");
  }
  if (done < bytes.size()) decoded.bad = BadBytes{done, decoded.text};
  return decoded;
}

bool is_cp932(std::string_view bytes) {
  std::string ignored;
  return Converter("UTF-8", "CP932").convert(bytes, ignored) == bytes.size();
}

}  // namespace uketsuke::oqs
