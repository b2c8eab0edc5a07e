#include "record/secret.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <type_traits>
#include <utility>

namespace uketsuke::record {
namespace secret_test {

// The detection idiom: `Can<Operation, T>` is true where the operation compiles for T.
template <class, template <class> class Operation, class T>
struct CanImpl : std::false_type {};
template <template <class> class Operation, class T>
struct CanImpl<std::void_t<Operation<T>>, Operation, T> : std::true_type {};
template <template <class> class Operation, class T>
constexpr bool Can = CanImpl<void, Operation, T>::value;

template <class T>
using Streamed = decltype(std::declval<std::ostream&>() << std::declval<const T&>());

// Each check first shows, on a type that can, that it can fail.
static_assert(Can<Streamed, std::string> && !Can<Streamed, Secret>, "a secret cannot be streamed");
static_assert(fmt::is_formattable<std::string>::value && !fmt::is_formattable<Secret>::value,
              "a secret cannot be formatted");
static_assert(std::is_convertible_v<const char*, std::string> && !std::is_convertible_v<Secret, std::string>,
              "a secret does not become a text by itself");
static_assert(!std::is_convertible_v<Secret, std::string_view>);
static_assert(std::is_constructible_v<nlohmann::json, std::string> &&
                  !std::is_constructible_v<nlohmann::json, Secret>,
              "a secret has no JSON form");
static_assert(!std::is_convertible_v<std::string, Secret>, "what is secret is said to be");

TEST(Secret, RevealsItsValueOnRequest) { EXPECT_EQ(Secret("1234").reveal(), "1234"); }

TEST(Secret, ComparesByValue) {
  EXPECT_TRUE(Secret("1234") == Secret("1234"));
  EXPECT_TRUE(Secret("1234") != Secret("1235"));
}

TEST(Secret, WipeForgetsIt) {
  Secret pin("1234");
  pin.wipe();
  EXPECT_TRUE(pin.empty());
}

TEST(Secret, WipeOverwritesTheMemory) {
  Secret number(std::string(40, '7'));  // too long to be kept inside the string object
  const char* memory = number.reveal().data();
  number.wipe();
  EXPECT_EQ(std::string(memory, 40).find('7'), std::string::npos);  // the string keeps its buffer
}

TEST(Secret, MovedFromIsEmpty) {
  Secret pin("1234");
  const Secret other = std::move(pin);
  EXPECT_TRUE(pin.empty());  // NOLINT(bugprone-use-after-move): that is what is tested
  EXPECT_EQ(other.reveal(), "1234");
}

TEST(Secret, AssignmentReplacesIt) {
  Secret pin("1234");
  pin = Secret("99");
  EXPECT_EQ(pin.reveal(), "99");
}

}  // namespace secret_test
}  // namespace uketsuke::record
