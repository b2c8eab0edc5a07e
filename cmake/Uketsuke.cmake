# Settings and functions common to all targets of the project.

add_library(uketsuke_options INTERFACE)
target_compile_options(uketsuke_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
if(UKETSUKE_WERROR)
  # GCC 12 reports uninitialised values and overruns in correct library templates (date.h, std::variant, std::vector
  # growing by push_back) once they are inlined; the sanitizer build finds the real ones.
  target_compile_options(uketsuke_options INTERFACE -Werror -Wno-maybe-uninitialized -Wno-array-bounds -Wno-stringop-overflow)
endif()
if(UKETSUKE_SANITIZE)
  # Without the checks of each pointer: they double the compile time of a file, and the address sanitizer also stops
  # when such a pointer is used.
  target_compile_options(uketsuke_options INTERFACE -fsanitize=${UKETSUKE_SANITIZE}
    -fno-sanitize=null,alignment,vptr,object-size,nonnull-attribute,returns-nonnull-attribute
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(uketsuke_options INTERFACE -fsanitize=${UKETSUKE_SANITIZE})
endif()
if(UKETSUKE_WERROR)
  # At -O1, GCC 12 takes the text of an enumeration's names (base/enum_names.h) for one without an end.
  target_compile_options(uketsuke_options INTERFACE -Wno-stringop-overread)
endif()
if(UKETSUKE_COVERAGE)
  target_compile_options(uketsuke_options INTERFACE --coverage)
  target_link_options(uketsuke_options INTERFACE --coverage)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# Headers take three quarters of a file's compile time. So the release build compiles the sources of a target as few
# files. The other presets compile each source separately, which detects missing includes.
if(UKETSUKE_UNITY)
  set(CMAKE_UNITY_BUILD ON)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 16)
  # GCC gives this warning for local types in every source except the one on its command line.
  target_compile_options(uketsuke_options INTERFACE -Wno-subobject-linkage)
endif()

# uketsuke_library(NAME SOURCES file... LINKS target...): adds the static library of one folder.
function(uketsuke_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE uketsuke_options)
  if(UKETSUKE_PRECOMPILED_HEADERS)
    target_precompile_headers(${name} REUSE_FROM uketsuke_library_headers)
  endif()
endfunction()

# Options of test sources; the tested libraries keep their own optimisation. This saves a quarter of the tests' compile time,
# and half under sanitizers.
if(UKETSUKE_SANITIZE)
  set(UKETSUKE_TEST_OPTIONS -O0)
elseif(CMAKE_BUILD_TYPE STREQUAL Release)
  set(UKETSUKE_TEST_OPTIONS -O1)
endif()

# Builds all unit tests and only what they need; ctest -L '^unit$' runs them.
add_custom_target(unit_tests)

# uketsuke_links(TARGET LIBRARY RESULT): whether a target is linked, directly or indirectly, with a library of the project.
function(uketsuke_links target library result)
  set(open ${target})
  set(seen)
  while(open)
    list(POP_FRONT open one)
    list(APPEND seen ${one})
    foreach(property LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
      get_target_property(next ${one} ${property})
      foreach(name IN LISTS next)
        string(REGEX REPLACE "^\\$<LINK_ONLY:(.*)>$" "\\1" name "${name}")
        if(TARGET ${name} AND NOT name IN_LIST seen AND NOT name IN_LIST open)
          list(APPEND open ${name})
        endif()
      endforeach()
    endforeach()
  endwhile()
  if(library IN_LIST seen)
    set(${result} ON PARENT_SCOPE)
  else()
    set(${result} OFF PARENT_SCOPE)
  endif()
endfunction()

# uketsuke_unit_test(NAME SOURCES file... LINKS target... [EXHAUSTIVE pattern...]): adds a GoogleTest program; ctest lists
# each of its tests, and runs each in its own process.
#
# Under sanitizers a process takes longer to start than most tests take to run. So there a program runs all its tests in one
# process, unless it contains SystemC, which has one kernel per process; and EXHAUSTIVE tests, which run the same code on
# all possible inputs, are left to the other build.
function(uketsuke_unit_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;EXHAUSTIVE" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} uketsuke_options GTest::gmock_main)
  add_dependencies(unit_tests ${name})
  target_compile_options(${name} PRIVATE ${UKETSUKE_TEST_OPTIONS})
  if(UKETSUKE_PRECOMPILED_HEADERS)
    target_precompile_headers(${name} REUSE_FROM uketsuke_test_headers)
  endif()

  set(filter "*")
  if(UKETSUKE_SANITIZE AND ARG_EXHAUSTIVE)
    list(JOIN ARG_EXHAUSTIVE ":" left_out)
    string(APPEND filter "-${left_out}")
  endif()
  uketsuke_links(${name} uketsuke_kernel has_systemc)
  if(UKETSUKE_SANITIZE AND NOT has_systemc)
    add_test(NAME ${name} COMMAND ${name} --gtest_brief=1 --gtest_filter=${filter} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(${name} PROPERTIES LABELS unit TIMEOUT 900)
    return()
  endif()
  # SystemC puts an unreadable page after each of its stacks; LeakSanitizer crashes if it scans one.
  set(environment)
  if(UKETSUKE_SANITIZE AND has_systemc)
    set(environment ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=0:strict_string_checks=1")
  endif()
  # Without values in names: a path or a line feed in a name makes ctest's table unreadable.
  gtest_discover_tests(${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} DISCOVERY_MODE PRE_TEST NO_PRETTY_VALUES
    TEST_FILTER "${filter}" PROPERTIES LABELS unit TIMEOUT 120 ${environment})
endfunction()
