#pragma once

#include <array>
#include <cstddef>

namespace uketsuke::reader::face_engine {

/// Fills with zeros, even if the compiler sees that the memory is not read any more.
template <class Number, std::size_t Size>
void overwrite(std::array<Number, Size>& numbers) {
  numbers.fill(Number{});
  asm volatile("" : : "r"(numbers.data()) : "memory");
}

}  // namespace uketsuke::reader::face_engine
