#include "oqs/reader.h"

#include "oqs/message_fields.h"
#include "oqs/validation/field_values.h"
#include "oqs/validation/validator.h"

namespace uketsuke::oqs {

namespace {

/// Fills fields from a tree without errors, in which every text has its field's form.
class Filler {
 public:
  explicit Filler(const XmlNode& node) : node_(node) {}

  template <class T>
  void operator()(std::string_view name, std::optional<T>& value) {
    const XmlNode* child = find_child(node_, name);
    if (child == nullptr || (child->children.empty() && child->text.empty())) return;
    value.emplace();
    fill(*child, *value);
  }
  template <class T>
  void operator()(std::string_view name, T& value) {
    if (const XmlNode* child = find_child(node_, name)) fill(*child, value);
  }
  template <class T>
  void list(std::string_view name, std::string_view, std::vector<T>& values) {
    const XmlNode* child = find_child(node_, name);
    if (child == nullptr) return;
    for (const XmlNode& item : child->children) fill(item, values.emplace_back());
  }

 private:
  const XmlNode& node_;

  static void fill(const XmlNode& node, std::string& value) { value = node.text; }
  static void fill(const XmlNode& node, Date& value) { value = compact_date(node.text).value(); }
  static void fill(const XmlNode& node, DateTime& value) { value = compact_time(node.text).value(); }
  template <class T>
  static void fill(const XmlNode& node, T& group) {
    Fields<T>::visit(group, Filler(node));
  }
};

InputProblem general(Rule rule) {
  switch (rule) {
    case Rule::unknown_element:
      return InputProblem::unknown_key;
    case Rule::duplicate_element:
      return InputProblem::duplicate_key;
    case Rule::missing_element:
      return InputProblem::missing_key;
    case Rule::misplaced_text:
      return InputProblem::wrong_type;
    default:
      return InputProblem::bad_value;
  }
}

template <class Message>
Message read(const XmlFile& file, MessageKind kind) {
  for (const Finding& finding : validate(file, kind)) {
    if (finding.severity == Severity::error)
      throw InputError(general(finding.rule), finding.place, finding.message);
  }
  Message message;
  Fields<Message>::visit(message, Filler(file.root));
  return message;
}

}  // namespace

Result read_result(const XmlFile& file) { return read<Result>(file, MessageKind::result); }

Request read_request(const XmlFile& file) { return read<Request>(file, MessageKind::request); }

}  // namespace uketsuke::oqs
