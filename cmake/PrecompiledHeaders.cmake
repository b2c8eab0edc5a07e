# Reads the standard library's and a few other headers once, and not for each file, which takes a third of the time that a
# file takes to compile. Those of templates that are instantiated anew in each file (nlohmann/json) make it slower.
#
# A file that forgets an include compiles all the same, and ccache is of little use; so this is for a build beside another
# one that shows both.
function(uketsuke_headers name)
  cmake_parse_arguments(ARG "" "" "OPTIONS;HEADERS;LINKS" ${ARGN})
  set(source ${PROJECT_BINARY_DIR}/${name}.cpp)
  if(NOT EXISTS ${source})
    file(WRITE ${source} "// A target wants a file.\n")
  endif()
  add_library(${name} STATIC ${source})
  target_compile_options(${name} PRIVATE ${ARG_OPTIONS})
  target_link_libraries(${name} PRIVATE uketsuke_options ${ARG_LINKS})
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

set(standard_headers
  <algorithm> <array> <chrono> <cmath> <filesystem> <fstream> <functional> <map> <memory> <optional> <set> <sstream>
  <string> <string_view> <tuple> <utility> <variant> <vector> <date/date.h> <fmt/format.h>)
add_compile_definitions(FMT_SHARED)  # as whoever links fmt has it
uketsuke_headers(uketsuke_library_headers HEADERS ${standard_headers})
if(UKETSUKE_TESTS)
  find_package(GTest REQUIRED)
  uketsuke_headers(uketsuke_test_headers
    OPTIONS ${UKETSUKE_TEST_OPTIONS} HEADERS ${standard_headers} <gmock/gmock.h> <gtest/gtest.h> LINKS GTest::gmock_main)
endif()
