# cmake -DOUT=file.cpp -DROOT=folder -DASSETS=a,b,c -P embed.cmake
#
# Writes the files as byte arrays: a string literal of this length exceeds what C++ compilers guarantee.
string(REPLACE "," ";" assets "${ASSETS}")
set(arrays "")
set(table "")
set(number 0)
foreach(asset IN LISTS assets)
  file(READ "${ROOT}/${asset}" hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(APPEND arrays "const unsigned char kAsset${number}[] = {${bytes}0};\n")
  string(APPEND table "  if (name == \"${asset}\") return text(kAsset${number}, sizeof kAsset${number} - 1);\n")
  math(EXPR number "${number} + 1")
endforeach()
set(scripts "")
foreach(asset IN LISTS assets)
  if(asset MATCHES "\\.js$")
    string(APPEND scripts "\"${asset}\", ")
  endif()
endforeach()
file(WRITE "${OUT}" "// Made by reports/html/embed.cmake.
#include \"reports/html/assets.h\"

namespace uketsuke::reports {
namespace {
${arrays}
std::string_view text(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}
}  // namespace

std::string_view asset(std::string_view name) {
${table}  return {};
}

std::vector<std::string_view> script_names() { return {${scripts}}; }

}  // namespace uketsuke::reports
")
