#include "harness/devices/named_errors.h"

namespace uketsuke::harness {

std::string NamedErrors::name() const {
  return naming("name", [&] { return device_.name(); });
}

std::set<scenario::Capability> NamedErrors::capabilities() const {
  return naming("capabilities", [&] { return device_.capabilities(); });
}

void NamedErrors::begin(const scenario::World& world) {
  naming("begin", [&] { device_.begin(world); });
}

void NamedErrors::apply(const dut::Stimulus& stimulus) {
  naming("apply", [&] { device_.apply(stimulus); });
}

bool NamedErrors::advance(const Until& until, Duration at_most) {
  return naming("advance", [&] { return device_.advance(until, at_most); });
}

Duration NamedErrors::now() const {
  return naming("now", [&] { return device_.now(); });
}

record::Record& NamedErrors::record() {
  return naming("record", [&]() -> record::Record& { return device_.record(); });
}

void NamedErrors::end() {
  naming("end", [&] { device_.end(); });
}

}  // namespace uketsuke::harness
