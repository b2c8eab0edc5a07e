#include "sim/eligibility/registry.h"

#include <gtest/gtest.h>

namespace uketsuke::sim {
namespace registry_test {

InsuredPerson person(const char* name, std::uint32_t serial, const Bytes& issuer) {
  auto persona = std::make_shared<scenario::Persona>();
  persona->id = name;
  InsuredPerson one;
  one.persona = std::move(persona);
  one.certificate_serial = serial;
  one.certificate_issuer = issuer;
  return one;
}

TEST(Registry, FindsTheHolderByIssuerAndSerialTogether) {
  Registry registry;
  registry.enrol(person("a", 7, {1}));
  registry.enrol(person("b", 7, {2}));
  registry.enrol(person("c", 8, {1}));
  EXPECT_EQ(registry.by_certificate(7, {1})->persona->id, "a");
  EXPECT_EQ(registry.by_certificate(7, {2})->persona->id, "b");
  EXPECT_EQ(registry.by_certificate(8, {1})->persona->id, "c");
  EXPECT_EQ(registry.by_certificate(8, {2}), nullptr);
}

TEST(Registry, FindsNoPersonByAnEmptyName) {
  Registry registry;
  registry.enrol(person("a", 7, {1}));
  EXPECT_EQ(registry.by_name("a")->certificate_serial, 7u);
  EXPECT_EQ(registry.by_name(""), nullptr);
}

TEST(Registry, DistinguishesACardFromAPhone) {
  Registry registry;
  InsuredPerson one = person("a", 7, {1});
  one.phone = InsuredPerson::Phone{9, {1}, {}, true};
  registry.enrol(one);
  registry.enrol(person("b", 8, {1}));
  EXPECT_EQ(registry.by_phone(9, {1})->persona->id, "a");
  EXPECT_EQ(registry.by_phone(9, {2}), nullptr);
  EXPECT_EQ(registry.by_phone(7, {1}), nullptr);
  EXPECT_EQ(registry.by_certificate(9, {1}), nullptr);
}

}  // namespace registry_test
}  // namespace uketsuke::sim
