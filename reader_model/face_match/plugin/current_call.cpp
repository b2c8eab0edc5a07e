#include "reader_model/face_match/plugin/current_call.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace uketsuke::reader {

namespace {

std::array<char, 256> own{};
char* place = own.data();
std::size_t room = own.size();

/// Appends as much of a text as fits, and terminates it. @returns the position for the next text
std::size_t put(std::size_t at, std::string_view text) {
  if (at >= room) return at;
  const std::size_t count = std::min(text.size(), room - 1 - at);
  std::memcpy(place + at, text.data(), count);
  place[at + count] = '\0';
  return at + count;
}

}  // namespace

void CurrentCall::keep_in(char* memory, std::size_t size) {
  const bool usable = memory != nullptr && size > 0;
  place = usable ? memory : own.data();
  room = usable ? size : own.size();
  place[0] = '\0';
}

std::string CurrentCall::text() { return {place, strnlen(place, room)}; }

CurrentCall::CurrentCall(std::string_view library, std::string_view function) {
  // The function first: if space runs out, only the end of a path is lost.
  std::size_t at = put(0, function);
  at = put(at, " of face plug-in ");
  put(at, library);
}

CurrentCall::~CurrentCall() { place[0] = '\0'; }

}  // namespace uketsuke::reader
