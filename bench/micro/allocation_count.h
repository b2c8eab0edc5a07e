#pragma once

#include <cstdint>

namespace uketsuke::bench {

/// Number of calls of malloc, calloc, realloc and their aligned variants since the program started, by any of
/// its libraries (operator new calls them too). Always 0 under a sanitizer, which has its own allocator.
std::int64_t allocations();

/// Whether allocations() counts.
bool counts_allocations();

}  // namespace uketsuke::bench
