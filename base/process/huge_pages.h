#pragma once

#include <cstddef>

namespace uketsuke::process {

/// Bytes of a huge page of x86-64, and of arm64 with 4 KiB pages.
inline constexpr std::size_t kHugePage = 2U << 20;

/// Moves present memory into huge pages where the system can (Linux 6.1: MADV_COLLAPSE), else leaves it.
/// @param start multiple of kHugePage @param bytes multiple of kHugePage
void back_with_huge_pages(void* start, std::size_t bytes);

/// Lets the heap grow by whole huge pages from here on, and puts blocks of megabytes into it too, so that
/// `settle_before_forking` finds whole ones. The first allocation of a program calls it, which comes from a
/// library's own start: SystemC alone takes 3 MB there, 770 pages that every fork would copy.
void align_heap();

/// For a process that will fork often: backs its heap and its program with huge pages. A fork then copies one
/// entry of the page table where it copied 512, and a child finds its code mapped. Takes milliseconds.
///
/// Profilers do not know program text that no file backs: UKETSUKE_HUGE_PAGES=off in the environment leaves
/// everything where it is, and so does a build with sanitizers.
void settle_before_forking();

}  // namespace uketsuke::process
