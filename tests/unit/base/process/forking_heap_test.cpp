#include "base/process/forking_heap.h"

#include <gtest/gtest.h>
#include <openssl/crypto.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "base/process/huge_pages.h"

namespace uketsuke::process {
namespace forking_heap_test {

/// Runs a function in a child with the child's heap; returns what the child writes.
std::string in_child(const std::function<std::string()>& what) {
  ChildHeap::reserve();
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ChildHeap::use();
    const std::string text = what();
    const bool written = ::write(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::_exit(written ? 0 : 1);
  }
  ::close(ends[1]);
  std::string text;
  char buffer[4096];
  for (ssize_t got = ::read(ends[0], buffer, sizeof(buffer)); got > 0;
       got = ::read(ends[0], buffer, sizeof(buffer)))
    text.append(buffer, static_cast<std::size_t>(got));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? text : "ended with " + std::to_string(status);
}

TEST(ChildHeap, BlocksKeepTheirContentsWhileOthersComeAndGo) {
  EXPECT_EQ(in_child([] {
              std::mt19937 random(1);
              std::vector<std::string> held(300);
              std::vector<std::pair<std::size_t, char>> expected(held.size());
              for (int step = 0; step < 200'000; ++step) {
                const std::size_t at = random() % held.size();
                const auto [size, letter] = expected[at];
                if (held[at] != std::string(size, letter)) return std::string("changed");
                expected[at] = {random() % (step % 100 == 0 ? 50'000 : 500),
                                static_cast<char>('a' + random() % 26)};
                held[at] = std::string(expected[at].first, expected[at].second);
                held[at].shrink_to_fit();
              }
              return std::string("kept");
            }),
            "kept");
}

TEST(ChildHeap, MoreThanItHoldsComesFromTheOrdinaryHeap) {
  EXPECT_EQ(in_child([] {
              std::vector<std::vector<char>> blocks;
              for (int i = 0; i < 5'000; ++i) blocks.emplace_back(1'000, static_cast<char>(i));
              for (int i = 0; i < 5'000; ++i) {
                if (blocks[static_cast<std::size_t>(i)] != std::vector<char>(1'000, static_cast<char>(i)))
                  return std::string("changed");
              }
              return std::string("kept");
            }),
            "kept");
}

TEST(ChildHeap, WhatTheParentAllocatedCanBeGivenBackInTheChild) {
  auto parents = std::make_unique<std::string>(1'000, 'p');
  EXPECT_EQ(in_child([&] {
              const std::string before = *parents;
              parents.reset();
              return before;
            }),
            std::string(1'000, 'p'));
  EXPECT_EQ(*parents, std::string(1'000, 'p'));
}

TEST(ChildHeap, OpenSslsBlocksGrowWithTheirContents) {
  EXPECT_EQ(in_child([] {
              char* block = static_cast<char*>(OPENSSL_malloc(10));
              std::memcpy(block, "contents.", 10);
              block = static_cast<char*>(OPENSSL_realloc(block, 20'000));
              block = static_cast<char*>(OPENSSL_realloc(block, 200'000));
              std::string text = block;
              OPENSSL_free(block);
              return text;
            }),
            "contents.");
}

TEST(ChildHeap, OneChildsMemoryIsTheNextOnesAndNotTheParents) {
  const std::string parents(100, 'p');
  EXPECT_EQ(in_child([] { return std::string(100, 'a'); }), std::string(100, 'a'));
  EXPECT_EQ(in_child([&] { return parents; }), std::string(100, 'p'));
}

TEST(ParentHeap, BlocksKeepTheirContentsInParentAndChildren) {
  ParentHeap::use();
  std::vector<std::string> held;
  for (std::size_t i = 0; i < 3'000; ++i) held.emplace_back(40 + i % 40'000, static_cast<char>('a' + i % 26));
  for (std::size_t i = 0; i < held.size(); i += 2) held[i] = std::string(50, 'x');  // freed memory is reused
  for (int child = 0; child < 2; ++child) {
    EXPECT_EQ(in_child([&] {
                settle_before_forking();
                held[1].clear();
                held[1].shrink_to_fit();  // freed in the child: the parent still has it
                std::string all;
                for (const std::size_t at : {std::size_t{0}, std::size_t{3}, std::size_t{2'999}})
                  all += held[at].front();
                return all;
              }),
              "xdj");
  }
  EXPECT_EQ(held[1], std::string(41, 'b'));
}

#if !defined(__SANITIZE_ADDRESS__)  // a sanitizer build sees every block itself

TEST(ParentHeap, OpenSslsBlocksGrowWithTheirContents) {
  ParentHeap::use();
  char* block = static_cast<char*>(OPENSSL_malloc(10));
  std::memcpy(block, "contents.", 10);
  block = static_cast<char*>(OPENSSL_realloc(block, 20'000));
  EXPECT_TRUE(ParentHeap::owns(reinterpret_cast<std::uintptr_t>(block)));
  block = static_cast<char*>(OPENSSL_realloc(block, 200'000));  // larger than the limit: the ordinary heap
  EXPECT_FALSE(ParentHeap::owns(reinterpret_cast<std::uintptr_t>(block)));
  EXPECT_STREQ(block, "contents.");
  OPENSSL_free(block);
}

TEST(ParentHeap, OtherThreadsTakeFromTheOrdinaryHeapAndMayGiveBackWhatIsNotTheirs) {
  ParentHeap::use();
  auto ours = std::make_unique<std::string>(100, 'o');
  EXPECT_TRUE(ParentHeap::owns(reinterpret_cast<std::uintptr_t>(ours->data())));
  std::thread([&] {
    const std::string theirs(100, 't');
    EXPECT_FALSE(ParentHeap::owns(reinterpret_cast<std::uintptr_t>(theirs.data())));
    ours.reset();
  }).join();
  EXPECT_EQ(std::string(100, 'n'), std::string(100, 'n'));
}

#endif

TEST(HugePages, MemoryAndProgramAreTheSameAfterSettling) {
  align_heap();
  std::vector<std::string> many;
  for (int i = 0; i < 100'000; ++i) many.push_back("a text of some length, number " + std::to_string(i));
  EXPECT_EQ(in_child([&] {
              settle_before_forking();
              for (int i = 0; i < 100'000; ++i) {
                if (many[static_cast<std::size_t>(i)] != "a text of some length, number " + std::to_string(i))
                  return std::string("changed");
              }
              return std::string("the same");
            }),
            "the same");
}

}  // namespace forking_heap_test
}  // namespace uketsuke::process
