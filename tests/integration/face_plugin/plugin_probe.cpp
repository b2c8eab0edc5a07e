// Uses a plug-in as a run does: in a child, whose outcome the parent reports.
//
//   plugin_probe call LIBRARY                             one enrol, one analyse
//   plugin_probe watch LIBRARY POLICY LATENCY same|other  the whole matcher, until it decides
//
// Prints one line. Exit code 0, 1 with an error of the plug-in or an input, 2 if the child was killed.
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstring>
#include <memory>

#include "reader_model/face_match/matcher_factory.h"
#include "reader_model/face_match/plugin/current_call.h"
#include "reader_model/face_match/plugin/face_plugin.h"
#include "sim/personalisation/photo/jpeg_2000.h"

namespace uketsuke {
namespace {

constexpr std::size_t kNoteSize = 256;
constexpr unsigned kSeconds = 2;  // timeout after which a hanging plug-in is killed

/// A pattern that stands out of an even grey: shades and details that depend on the person.
int shade(double u, double v, int who) {
  const double form = 40 * std::sin(6 * u + 2.0 * who) + 40 * std::cos(5 * v - 1.5 * who * u);
  const double detail = 12 * std::sin(90 * u) * std::sin(90 * v);
  return static_cast<int>(std::lround(100 + form + detail));
}

constexpr int kBackground = 230;

camera::Image picture(int width, int height, int face_width, int face_height, int channels, int who) {
  camera::Image image = camera::Image::blank(width, height, channels);
  const int left = (width - face_width) / 2, top = (height - face_height) / 2;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const double u = static_cast<double>(x - left) / face_width,
                   v = static_cast<double>(y - top) / face_height;
      const bool inside = u >= 0 && u < 1 && v >= 0 && v < 1;
      std::memset(image.at(x, y), inside ? shade(u, v, who) : kBackground,
                  static_cast<std::size_t>(channels));
    }
  }
  return image;
}

std::string call(const char* library) {
  const reader::FacePlugin plugin = reader::FacePlugin::open(library);
  const auto instance = plugin.create("{}");
  instance->enrol(picture(160, 200, 100, 130, 1, 0));
  const auto faces = instance->analyse(picture(640, 480, 240, 300, 3, 0), 1, 0, UKETSUKE_FACE_SIMILARITY);
  return fmt::format("{} {}: {} faces", plugin.name(), plugin.version(), faces.size());
}

std::string watch(char** arguments) {
  reader::MatcherSettings settings;
  settings.engine = arguments[0];
  settings.policy = arguments[1];
  settings.latency = arguments[2];
  settings.threshold = 0.8;
  const auto matcher = reader::load_matcher(settings);
  const camera::Image photo = picture(160, 200, 100, 130, 1, 0);
  const auto enrolled =
      matcher->enrol(personalisation::encode_jp2({photo.width, photo.height, photo.pixels}, 5));
  if (enrolled.status != reader::EnrolStatus::enrolled) return "not enrolled: " + enrolled.text;
  const int who = std::strcmp(arguments[3], "same") == 0 ? 0 : 1;
  reader::FaceJudgement judgement;
  std::int64_t number = 0;
  while (judgement.result == record::FaceResult::no_face && number < 100) {
    auto image = std::make_shared<camera::Image>(picture(640, 480, 240, 300, 3, who));
    *image->at(320, 240) = static_cast<std::uint8_t>(++number);  // no two pictures are equal
    camera::Frame frame;
    frame.number = number;
    frame.image = image;
    judgement = matcher->judge(frame);
  }
  return fmt::format("{} after {} frames", to_name(judgement.result), number);
}

int work(int count, char** arguments) {
  try {
    const std::string mode = count > 1 ? arguments[1] : "";
    if (mode == "call" && count == 3) {
      fmt::print("{}\n", call(arguments[2]));
    } else if (mode == "watch" && count == 6) {
      fmt::print("{}\n", watch(arguments + 2));
    } else {
      fmt::print("wrong arguments\n");
      return 1;
    }
    return 0;
  } catch (const std::exception& error) {
    fmt::print("{}\n", error.what());
    return 1;
  }
}

int run(int count, char** arguments) {
  auto* note =
      static_cast<char*>(mmap(nullptr, kNoteSize, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  if (note == MAP_FAILED) return 1;
  const pid_t child = fork();
  if (child == 0) {
    reader::CurrentCall::keep_in(note, kNoteSize);
    alarm(kSeconds);
    const int code = work(count, arguments);
    std::fflush(stdout);
    _exit(code);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child) return 1;
  if (WIFSIGNALED(status)) {
    fmt::print("SIG{} in {}\n", sigabbrev_np(WTERMSIG(status)), std::string(note, strnlen(note, kNoteSize)));
    return 2;
  }
  return WEXITSTATUS(status);
}

}  // namespace
}  // namespace uketsuke

int main(int count, char** arguments) { return uketsuke::run(count, arguments); }
