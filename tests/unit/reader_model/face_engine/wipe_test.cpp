#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <opencv2/core.hpp>
#include <string>
#include <vector>

#include "bench/micro/rendered_face.h"
#include "reader_model/face_engine/detection/rfb_detector.h"
#include "reader_model/face_engine/face_engine.h"

// Searches all writable memory of the process for pieces of a person's data. The pieces are made in a child
// and transferred with every bit inverted, so that the search does not find itself.

namespace uketsuke::reader::face_engine {
namespace wipe_test {

using Hidden = std::vector<std::uint8_t>;

Hidden hide(const void* bytes, std::size_t size) {
  const auto* first = static_cast<const std::uint8_t*>(bytes);
  Hidden hidden(first, first + size);
  for (std::uint8_t& byte : hidden) byte = static_cast<std::uint8_t>(~byte);
  return hidden;
}

std::size_t count_between(const std::uint8_t* begin, const std::uint8_t* end, const Hidden& hidden) {
  std::size_t found = 0;
  const int first = static_cast<std::uint8_t>(~hidden[0]);
  for (const std::uint8_t* at = begin; at + hidden.size() <= end; ++at) {
    at = static_cast<const std::uint8_t*>(std::memchr(at, first, static_cast<std::size_t>(end - at)));
    if (at == nullptr || at + hidden.size() > end) break;
    found += std::equal(hidden.begin(), hidden.end(), at,
                        [](std::uint8_t h, std::uint8_t b) { return static_cast<std::uint8_t>(~h) == b; });
  }
  return found;
}

/// Number of occurrences of the piece in memory. Read through the kernel: a sanitizer forbids access to freed
/// memory, which is where copies would be left.
std::size_t count_in_memory(const Hidden& hidden) {
  constexpr std::uintptr_t kStep = 1U << 20U;
  std::vector<std::uint8_t> window(kStep + hidden.size() - 1);
  const int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  std::size_t found = 0;
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
    char rights[5] = {};
    if (std::sscanf(line.c_str(), "%lx-%lx %4s", &begin, &end, rights) != 3) continue;
    // A sanitizer's shadow memory is gigabytes in size.
    if (rights[0] != 'r' || rights[1] != 'w' || end - begin > (std::uintptr_t{1} << 28U)) continue;
    for (std::uintptr_t at = begin; at < end; at += kStep) {
      const ssize_t size = pread(memory, window.data(), std::min<std::size_t>(window.size(), end - at),
                                 static_cast<off_t>(at));
      if (size > 0) found += count_between(window.data(), window.data() + size, hidden);
      // Otherwise the search would find its own window, now or the next time.
      std::fill(window.begin(), window.end(), std::uint8_t{0});
    }
  }
  close(memory);
  return found;
}

/// Data that an engine keeps of a photo while it works: a row of the landmark model's crop, a row of the
/// aligned face, the network's raw feature, and the template.
std::vector<Hidden> pieces_of(const camera::Image& picture, const EngineOptions& options) {
  const cv::Mat photo(picture.height, picture.width, CV_8UC1,
                      const_cast<std::uint8_t*>(picture.pixels.data()));
  EngineNetworks networks = open_networks(options);
  const Network& feature = *networks.feature;
  std::vector<FoundFace> faces;
  RfbDetector(std::move(networks.detector)).find(photo, faces);
  LandmarkFinder finder(std::move(networks.landmark));
  const Landmarks landmarks = finder.find(photo, faces.at(0).box);
  Aligner aligner;
  const cv::Mat* chip = aligner.align(photo, landmarks);
  Embedder embedder(std::move(networks.feature));
  Template made{};
  embedder.embed(*chip, made);
  return {hide(finder.crop().ptr(32), 48), hide(chip->ptr(56), 96), hide(feature.output(512).data + 64, 48),
          hide(made.data() + 64, 48), hide(landmarks.data(), 48)};
}

/// Computes the pieces in a child, whose memory is discarded.
std::vector<Hidden> pieces_by_child(const camera::Image& picture, const EngineOptions& options) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  const pid_t child = fork();
  if (child == 0) {
    for (const Hidden& piece : pieces_of(picture, options)) {
      const auto size = static_cast<std::uint8_t>(piece.size());
      if (write(ends[1], &size, 1) != 1 || write(ends[1], piece.data(), size) != size) _exit(1);
    }
    _exit(0);
  }
  close(ends[1]);
  std::vector<Hidden> pieces;
  for (std::uint8_t size = 0; read(ends[0], &size, 1) == 1;) {
    Hidden piece(size);
    EXPECT_EQ(read(ends[0], piece.data(), size), size);
    pieces.push_back(piece);
  }
  close(ends[0]);
  int status = -1;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  return pieces;
}

class Wipe : public testing::TestWithParam<Runtime> {
 protected:
  Wipe() {
    options.models = models_folder();
    options.runtime = GetParam();
    pieces = pieces_by_child(photo, options);
  }

  void enrol(FaceEngine& engine) const {
    const uketsuke_face_image image = seen(photo);
    engine.enrol(&image);
  }
  void look(FaceEngine& engine) const {
    const uketsuke_face_image image = seen(photo);
    uketsuke_face_observation face{};
    engine.analyse(&image, UKETSUKE_FACE_LIVENESS | UKETSUKE_FACE_SIMILARITY | UKETSUKE_FACE_TRACK, &face, 1);
  }
  std::vector<std::size_t> counts() const {
    std::vector<std::size_t> all;
    for (const Hidden& piece : pieces) all.push_back(count_in_memory(piece));
    return all;
  }

  camera::Image photo = card_photo(1);
  EngineOptions options;
  std::vector<Hidden> pieces;
};

TEST_P(Wipe, LeavesNoPieceOfThePersonInMemory) {
  ASSERT_EQ(pieces.size(), 5U);
  FaceEngine engine(options);
  enrol(engine);
  look(engine);
  EXPECT_GE(counts()[3], 2U)
      << "the template is not found even while it is there, in the engine and as the probe";
  engine.wipe();
  EXPECT_EQ(counts(), std::vector<std::size_t>(5, 0));
}

INSTANTIATE_TEST_SUITE_P(Runtimes, Wipe, testing::Values(Runtime::opencv, Runtime::onnxruntime));

}  // namespace wipe_test
}  // namespace uketsuke::reader::face_engine
