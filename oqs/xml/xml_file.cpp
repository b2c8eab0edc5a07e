#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "oqs/xml/xml_parser.h"

namespace uketsuke::oqs {

namespace {

InputProblem general(XmlProblem problem) {
  switch (problem) {
    case XmlProblem::unreadable:
      return InputProblem::unreadable;
    case XmlProblem::too_large:
    case XmlProblem::too_deep:
      return InputProblem::too_large;
    case XmlProblem::unknown_encoding:
    case XmlProblem::wrong_encoding:
    case XmlProblem::bad_bytes:
      return InputProblem::not_text;
    default:
      return InputProblem::syntax;
  }
}

}  // namespace

XmlError::XmlError(XmlProblem problem, Place place, const std::string& message)
    : InputError(general(problem), std::move(place), message), xml_problem_(problem) {}

std::string read_bytes(const std::filesystem::path& path) {
  const auto fail = [&](int error) {
    throw XmlError(XmlProblem::unreadable, {path.string(), 0, 0},
                   fmt::format("cannot be read: {}", std::generic_category().message(error)));
  };
  // Non-blocking, because a pipe in a shared folder would block for ever.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) fail(errno);
  struct stat facts {};
  std::string bytes;
  int error = ::fstat(descriptor, &facts) != 0 ? errno : 0;
  const bool regular = error == 0 && S_ISREG(facts.st_mode);
  std::array<char, 1 << 16> buffer;
  while (regular && bytes.size() <= kMostBytes) {
    const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) error = errno;
    if (count <= 0) break;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
  ::close(descriptor);
  if (error != 0) fail(error);
  if (!regular)
    throw XmlError(XmlProblem::unreadable, {path.string(), 0, 0}, "not a file; name one OQS file");
  return bytes;
}

XmlFile load_xml(const std::filesystem::path& path) { return parse_xml(read_bytes(path), path.string()); }

}  // namespace uketsuke::oqs
