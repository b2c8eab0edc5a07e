# Precompiles the headers of the standard library and a few others, which take a third of a file's compile time. Headers
# with templates that are instantiated again in each file (nlohmann/json) would make it slower.
#
# With this, a file without a required include still compiles, and ccache is of little use; so use it only beside another
# build without it.
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
add_compile_definitions(FMT_SHARED)  # as for every target that links fmt
uketsuke_headers(uketsuke_library_headers HEADERS ${standard_headers})
if(UKETSUKE_TESTS)
  find_package(GTest REQUIRED)
  uketsuke_headers(uketsuke_test_headers
    OPTIONS ${UKETSUKE_TEST_OPTIONS} HEADERS ${standard_headers} <gmock/gmock.h> <gtest/gtest.h> LINKS GTest::gmock_main)
endif()
