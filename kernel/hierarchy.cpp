#include "kernel/hierarchy.h"

#include <cxxabi.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <systemc>
#include <typeinfo>

namespace uketsuke {

namespace {

std::string class_of(const sc_core::sc_object& object) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(
      abi::__cxa_demangle(typeid(object).name(), nullptr, nullptr, &status), &std::free);
  return status == 0 ? name.get() : typeid(object).name();
}

/// `Reader` of `uketsuke::reader::Reader`
std::string last_name(const std::string& name) {
  const std::size_t colon = name.rfind("::");
  return colon == std::string::npos ? name : name.substr(colon + 2);
}

/// `ServiceLineIf` of `sc_core::sc_port<uketsuke::reader::ServiceLineIf, 1, …>`
std::string interface_in(const std::string& name) {
  const std::size_t begin = name.find('<') + 1;
  return last_name(name.substr(begin, name.find_first_of(",>", begin) - begin));
}

void print(std::ostream& out, const sc_core::sc_object& object, std::size_t depth) {
  std::string what;
  if (dynamic_cast<const sc_core::sc_module*>(&object) != nullptr) {
    what = "module " + last_name(class_of(object));
  } else if (dynamic_cast<const sc_core::sc_port_base*>(&object) != nullptr) {
    what = "port " + interface_in(class_of(object));
  } else if (dynamic_cast<const sc_core::sc_export_base*>(&object) != nullptr) {
    what = "export " + interface_in(class_of(object));
  } else {
    return;
  }
  out << std::string(2 * depth, ' ') << object.basename() << "  " << what << '\n';
  for (const sc_core::sc_object* child : object.get_child_objects()) print(out, *child, depth + 1);
}

}  // namespace

void print_hierarchy(std::ostream& out) {
  for (const sc_core::sc_object* object : sc_core::sc_get_top_level_objects()) print(out, *object, 0);
}

}  // namespace uketsuke
