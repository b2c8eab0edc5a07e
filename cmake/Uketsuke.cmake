# What every target of the project has in common.

add_library(uketsuke_options INTERFACE)
target_compile_options(uketsuke_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
if(UKETSUKE_WERROR)
  # GCC 12 sees uninitialised values and overruns in correct library templates (date.h, std::variant, std::vector
  # growing by push_back) once they are inlined; the sanitizer build looks for the real ones.
  target_compile_options(uketsuke_options INTERFACE -Werror -Wno-maybe-uninitialized -Wno-array-bounds -Wno-stringop-overflow)
endif()
if(UKETSUKE_SANITIZE)
  target_compile_options(uketsuke_options INTERFACE -fsanitize=${UKETSUKE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(uketsuke_options INTERFACE -fsanitize=${UKETSUKE_SANITIZE})
endif()
if(UKETSUKE_COVERAGE)
  target_compile_options(uketsuke_options INTERFACE --coverage)
  target_link_options(uketsuke_options INTERFACE --coverage)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# uketsuke_library(NAME SOURCES file... LINKS target...): one static library, one folder.
function(uketsuke_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE uketsuke_options)
endfunction()

# Builds all unit tests and nothing that they do not need; ctest -L '^unit$' runs them.
add_custom_target(unit_tests)

# uketsuke_unit_test(NAME SOURCES file... LINKS target...): one GoogleTest program; ctest lists each of its tests.
function(uketsuke_unit_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} uketsuke_options GTest::gmock_main)
  if(UKETSUKE_SANITIZE)
    target_compile_options(${name} PRIVATE -O0)  # compiles in less than half the time; what is tested keeps its own
  endif()
  # Without values in names: one that holds a file or a line feed makes ctest's table unreadable.
  gtest_discover_tests(${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} DISCOVERY_MODE PRE_TEST NO_PRETTY_VALUES
    PROPERTIES LABELS unit TIMEOUT 120)
  add_dependencies(unit_tests ${name})
endfunction()
