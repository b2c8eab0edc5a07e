#include "oqs/layout.h"

#include <algorithm>
#include <optional>
#include <type_traits>

#include "oqs/message_fields.h"

namespace uketsuke::oqs {

namespace {

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

class Builder {
 public:
  explicit Builder(std::vector<Element>& elements) : elements_(elements) {}

  template <class T>
  void operator()(std::string_view name, const T&) {
    elements_.push_back(element<T>(name));
  }

  template <class T>
  void list(std::string_view name, std::string_view item, const std::vector<T>&) {
    Element list{name, Form::list, false};
    list.children.push_back(element<T>(item));
    list.children.back().required = false;
    elements_.push_back(std::move(list));
  }

  template <class T>
  static Element element(std::string_view name) {
    if constexpr (IsOptional<T>::value) {
      Element optional = element<typename T::value_type>(name);
      optional.required = false;
      return optional;
    } else if constexpr (std::is_same_v<T, std::string>) {
      return {name, Form::text, true};
    } else if constexpr (std::is_same_v<T, Date>) {
      return {name, Form::date, true};
    } else if constexpr (std::is_same_v<T, DateTime>) {
      return {name, Form::time, true};
    } else {
      Element group{name, Form::group, true};
      const T example{};
      Fields<T>::visit(example, Builder(group.children));
      return group;
    }
  }

 private:
  std::vector<Element>& elements_;
};

const std::vector<Alias>& aliases() {
  static const std::vector<Alias> all = {
      {"PharmaceuticalInfoConsFlg", "PharmacistsInfoConsFlg", "an older exporter of one program"},
      {"PharmaceuticalInfoConsTime", "PharmacistsInfoConsTime", "an older exporter of one program"},
      {"PharmaceuticalInfoAcquisitionTime", "PharmacistsInfoAvailableTime",
       "an older exporter of one program"},
      {"PharmacistsInfoAcquisitionTime", "PharmacistsInfoAvailableTime", "an older exporter of one program"},
      {"SpecificHealthCheckupsInfoAcquisitionTime", "SpecificHealthCheckupsInfoAvailableTime",
       "an older exporter of one program"},
      {"DiagnosisInfoAcquisitionTime", "DiagnosisInfoAvailableTime", "an older exporter of one program"},
      {"OperationInfoAcquisitionTime", "OperationInfoAvailableTime", "an older exporter of one program"},
      {"DiagnosisInfoConsTim", "DiagnosisInfoConsTime", "the layout table of one program"},
  };
  return all;
}

}  // namespace

const Element* Element::child(std::string_view child_name) const {
  const auto found = std::find_if(children.begin(), children.end(),
                                  [&](const Element& element) { return element.name == child_name; });
  return found == children.end() ? nullptr : &*found;
}

std::vector<std::string> Element::child_names() const {
  std::vector<std::string> names;
  for (const Element& element : children) names.emplace_back(element.name);
  return names;
}

const Element& result_layout() {
  static const Element layout = Builder::element<Result>("XmlMsg");
  return layout;
}

const Element& request_layout() {
  static const Element layout = Builder::element<Request>("XmlMsg");
  return layout;
}

const Alias* alias(std::string_view written) {
  for (const Alias& entry : aliases()) {
    if (entry.written == written) return &entry;
  }
  return nullptr;
}

std::string_view canonical(std::string_view written) {
  const Alias* entry = alias(written);
  return entry == nullptr ? written : entry->meant;
}

}  // namespace uketsuke::oqs
