#include "oqs/validation/validator.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

#include "base/nearest.h"
#include "oqs/file_names.h"
#include "oqs/validation/field_values.h"

namespace uketsuke::oqs {

namespace {

class Validator {
 public:
  Validator(const XmlFile& file, Findings& findings) : file_(file), findings_(findings) {}

  void element(const XmlNode& node, const Element& element) {
    if (findings_.size() >= kMostFindings) return;
    for (const std::string& attribute : node.attributes) {
      add(Severity::warning, Rule::attribute, node,
          fmt::format("<{}> has an attribute \"{}\", which nothing reads", node.name, attribute));
    }
    if (element.form == Form::group || element.form == Form::list) {
      children(node, element);
    } else if (!node.children.empty()) {
      add(Severity::error, Rule::misplaced_text, node.children.front(),
          fmt::format("<{}> holds a text, no elements", node.name));
    } else {
      check_field(file_, node, element, findings_);
    }
  }

 private:
  const XmlFile& file_;
  Findings& findings_;

  void add(Severity severity, Rule rule, const XmlNode& node, std::string message) {
    findings_.push_back({severity, rule, file_.place_of(node), std::move(message)});
  }

  void children(const XmlNode& node, const Element& element) {
    if (!all_blank(node.text)) {
      add(Severity::error, Rule::misplaced_text, node,
          fmt::format("text between the elements of <{}>; put it into an element or remove it", node.name));
    }
    std::map<std::string_view, const XmlNode*> seen;
    for (const XmlNode& child : node.children) {
      if (findings_.size() >= kMostFindings) return;
      known_child(child, element, seen);
    }
    if (element.form == Form::list) return;
    for (const Element& expected : element.children) {
      if (expected.required && seen.count(expected.name) == 0) {
        add(Severity::error, Rule::missing_element, node,
            fmt::format("<{}> has no <{}>", node.name, expected.name));
      }
    }
  }

  void known_child(const XmlNode& child, const Element& parent,
                   std::map<std::string_view, const XmlNode*>& seen) {
    const std::string_view name = canonical(child.name);
    const Element* expected = parent.child(name);
    if (expected == nullptr && misplaced_medical_aid(child, parent)) return;
    if (expected == nullptr) {
      add(Severity::error, Rule::unknown_element, child,
          fmt::format("unknown element <{}> in <{}>{}", child.name, parent.name,
                      suggestion(child.name, parent.child_names())));
      return;
    }
    if (const Alias* used = alias(child.name)) {
      add(Severity::warning, Rule::other_spelling, child,
          fmt::format("<{}> is what {} writes; others write <{}>", used->written, used->who, used->meant));
    }
    const auto [first, fresh] = seen.emplace(expected->name, &child);
    if (!fresh && parent.form == Form::group) {
      add(Severity::error, Rule::duplicate_element, child,
          fmt::format("<{}> stands twice in <{}> (first in line {}); keep one", child.name, parent.name,
                      first->second->line));
    }
    element(child, *expected);
  }

  /// One description of the layout has it in the body; two programs have it in the result.
  bool misplaced_medical_aid(const XmlNode& child, const Element& parent) {
    if (child.name != "PublicExpenseResultList" || parent.name != "MessageBody") return false;
    const Element* list = parent.child("ResultList");
    if (list == nullptr) return false;
    add(Severity::warning, Rule::other_spelling, child,
        "<PublicExpenseResultList> in <MessageBody>; two programs have it in "
        "<ResultOfQualificationConfirmation>");
    element(child, *list->children.front().child("PublicExpenseResultList"));
    return true;
  }
};

}  // namespace

const XmlNode* find_child(const XmlNode& node, std::string_view name) {
  const auto found = std::find_if(node.children.begin(), node.children.end(),
                                  [&](const XmlNode& child) { return canonical(child.name) == name; });
  return found == node.children.end() ? nullptr : &*found;
}

MessageKind kind_of(const XmlFile& file) {
  const std::string name = std::filesystem::path(file.name).filename().string();
  if (is_request_name(name)) return MessageKind::request;
  if (is_result_name(name)) return MessageKind::result;
  const XmlNode* header = find_child(file.root, "MessageHeader");
  const XmlNode* body = find_child(file.root, "MessageBody");
  const bool asks = body != nullptr && find_child(*body, "QualificationConfirmSearchInfo") != nullptr;
  const bool answers = (header != nullptr && find_child(*header, "SegmentOfResult") != nullptr) ||
                       (body != nullptr && (find_child(*body, "ProcessingResultStatus") != nullptr ||
                                            find_child(*body, "ResultList") != nullptr));
  return asks && !answers ? MessageKind::request : MessageKind::result;
}

Findings validate(const XmlFile& file, MessageKind kind) {
  Findings findings;
  const Element& layout = kind == MessageKind::request ? request_layout() : result_layout();
  if (file.root.name != layout.name) {
    findings.push_back({Severity::error, Rule::unknown_element, file.place_of(file.root),
                        fmt::format("the root is <{}>; an OQS file is <XmlMsg>", file.root.name)});
    return findings;
  }
  Validator(file, findings).element(file.root, layout);
  if (kind == MessageKind::result) check_result(file, findings);
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  return findings;
}

bool has_errors(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::error; });
}

}  // namespace uketsuke::oqs
