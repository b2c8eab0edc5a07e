# What every target of the project has in common.

add_library(uketsuke_options INTERFACE)
target_compile_options(uketsuke_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
if(UKETSUKE_WERROR)
  # GCC 12 sees uninitialised values and overruns in correct library templates (date.h, std::variant, std::vector
  # growing by push_back) once they are inlined; the sanitizer build looks for the real ones.
  target_compile_options(uketsuke_options INTERFACE -Werror -Wno-maybe-uninitialized -Wno-array-bounds -Wno-stringop-overflow)
endif()
if(UKETSUKE_SANITIZE)
  # Without the checks of each pointer: they double the time that a file takes to compile, and where such a pointer is
  # used the address sanitizer stops too.
  target_compile_options(uketsuke_options INTERFACE -fsanitize=${UKETSUKE_SANITIZE}
    -fno-sanitize=null,alignment,vptr,object-size,nonnull-attribute,returns-nonnull-attribute
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
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

# Three quarters of the time that a file takes to compile go into headers. So the release build compiles the sources of a
# target as few files. The other presets compile each source alone, which finds a missing include.
if(UKETSUKE_UNITY)
  set(CMAKE_UNITY_BUILD ON)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 16)
  # GCC says this of local types of every source that is not the one on its command line.
  target_compile_options(uketsuke_options INTERFACE -Wno-subobject-linkage)
endif()

# uketsuke_library(NAME SOURCES file... LINKS target...): one static library, one folder.
function(uketsuke_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE uketsuke_options)
  if(UKETSUKE_PRECOMPILED_HEADERS)
    target_precompile_headers(${name} REUSE_FROM uketsuke_library_headers)
  endif()
endfunction()

# What is tested keeps its own optimisation; tests take a quarter less time to compile so, under sanitizers half.
if(UKETSUKE_SANITIZE)
  set(UKETSUKE_TEST_OPTIONS -O0)
elseif(CMAKE_BUILD_TYPE STREQUAL Release)
  set(UKETSUKE_TEST_OPTIONS -O1)
endif()

# Builds all unit tests and nothing that they do not need; ctest -L '^unit$' runs them.
add_custom_target(unit_tests)

# uketsuke_links(TARGET LIBRARY RESULT): whether a target is linked, by way of others too, with a library of the project.
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

# uketsuke_unit_test(NAME SOURCES file... LINKS target... [EXHAUSTIVE pattern...]): one GoogleTest program; ctest lists
# each of its tests, and runs each in a process of its own.
#
# Under sanitizers a process takes longer to start than most tests take to run. So there a program runs all its tests,
# unless SystemC is in it, which has one kernel a process; and EXHAUSTIVE tests, which try the same code on all that there is,
# are left to the other build.
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
  # SystemC puts a page that cannot be read behind each of its stacks, which LeakSanitizer, where it looks into one, dies of.
  set(environment)
  if(UKETSUKE_SANITIZE AND has_systemc)
    set(environment ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=0:strict_string_checks=1")
  endif()
  # Without values in names: one that holds a file or a line feed makes ctest's table unreadable.
  gtest_discover_tests(${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} DISCOVERY_MODE PRE_TEST NO_PRETTY_VALUES
    TEST_FILTER "${filter}" PROPERTIES LABELS unit TIMEOUT 120 ${environment})
endfunction()
