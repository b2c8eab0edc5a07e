#pragma once

#include <cstdint>

namespace uketsuke::bench {

/// Calls of malloc, calloc, realloc and their aligned kin since the program began, by any library of it
/// (operator new ends there too). 0 always under a sanitizer, which has an allocator of its own.
std::int64_t allocations();

/// True where allocations() counts.
bool counts_allocations();

}  // namespace uketsuke::bench
