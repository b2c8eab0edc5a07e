#include "oqs/writer.h"

#include <fmt/format.h>

#include <pugixml.hpp>

#include "oqs/message_fields.h"
#include "oqs/validation/field_values.h"
#include "oqs/vocabulary.h"
#include "oqs/xml/half_width_kana.h"

namespace uketsuke::oqs {

namespace {

std::string as_spelt(std::string_view name, const std::string& value) {
  const Word* word = oqs::word(name);
  if (word != nullptr && word->spelling == Spelling::insurer_number) return padded_insurer_number(value);
  if (word != nullptr && word->spelling == Spelling::kana) return half_width_kana(value);
  return value;
}

class Appender {
 public:
  Appender(pugi::xml_node parent, std::size_t& replaced) : parent_(parent), replaced_(replaced) {}

  void operator()(std::string_view name, const std::string& value) {
    append(name).text() = without_controls(as_spelt(name, value), replaced_).c_str();
  }
  void operator()(std::string_view name, Date value) { append(name).text() = format_compact(value).c_str(); }
  void operator()(std::string_view name, DateTime value) {
    append(name).text() = format_compact(value).c_str();
  }
  template <class T>
  void operator()(std::string_view name, const std::optional<T>& value) {
    if (value) (*this)(name, *value);
  }
  template <class T>
  void operator()(std::string_view name, const T& group) {
    Fields<T>::visit(group, Appender(append(name), replaced_));
  }
  template <class T>
  void list(std::string_view name, std::string_view item, const std::vector<T>& values) {
    if (values.empty()) return;
    Appender inner(append(name), replaced_);
    for (const T& value : values) inner(item, value);
  }

 private:
  pugi::xml_node parent_;
  std::size_t& replaced_;

  pugi::xml_node append(std::string_view name) { return parent_.append_child(std::string(name).c_str()); }
};

class Text : public pugi::xml_writer {
 public:
  std::string text;
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
};

template <class Message>
Encoded write_message(const Message& message, Encoding encoding) {
  pugi::xml_document document;
  std::size_t replaced = 0;
  Appender(document, replaced)("XmlMsg", message);
  Text xml;
  xml.text = fmt::format("<?xml version=\"1.0\" encoding=\"{}\" standalone=\"no\"?>\n", iana_name(encoding));
  document.save(xml, "  ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
  Encoded encoded = encode(xml.text, encoding);
  encoded.replaced += replaced;
  return encoded;
}

std::string identifier(Encoding encoding) { return encoding == Encoding::utf8 ? "0" : "1"; }

}  // namespace

Encoded write(const Result& result, Encoding encoding) {
  Result labelled = result;
  labelled.header.character_code_identifier = identifier(encoding);
  return write_message(labelled, encoding);
}

Encoded write(const Request& request, Encoding encoding) {
  Request labelled = request;
  labelled.header.character_code_identifier = identifier(encoding);
  return write_message(labelled, encoding);
}

}  // namespace uketsuke::oqs
