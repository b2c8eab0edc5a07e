#pragma once

#include <cstddef>

namespace uketsuke::process {

/// Size in bytes of a huge page of x86-64, and of arm64 with 4 KiB pages.
inline constexpr std::size_t kHugePage = 2U << 20;

/// Moves resident memory into huge pages if the kernel can (Linux 6.1: MADV_COLLAPSE), else leaves it as it
/// is.
/// @param start multiple of kHugePage @param bytes multiple of kHugePage
void back_with_huge_pages(void* start, std::size_t bytes);

/// Makes the heap grow by whole huge pages from now on and puts blocks of megabytes into it too, so that
/// `settle_before_forking` finds whole huge pages. Called by the program's first allocation, which happens in
/// a library's initialisation: SystemC alone allocates 3 MB there, 770 pages that every fork would copy.
void align_heap();

/// Backs heap and program with huge pages, for a process that will fork often. A fork then copies one page
/// table entry instead of 512, and a child finds its code mapped. Takes milliseconds.
///
/// Profilers cannot resolve program text that no file backs: UKETSUKE_HUGE_PAGES=off in the environment
/// disables this, and so does a build with sanitizers.
void settle_before_forking();

}  // namespace uketsuke::process
