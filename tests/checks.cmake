# Tests that are not GoogleTest programs: the scripts, the format, and what scripts/test adds to a release build.

# What says nothing new under a sanitizer runs only without one.
if(HOLDFAST_SANITIZE)
  return()
endif()

# One test per shell script; each works in a folder of its own.
file(GLOB scripts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/scripts/*_test.sh)
foreach(script IN LISTS scripts)
  get_filename_component(name ${script} NAME_WE)
  add_test(NAME scripts.${name} COMMAND sh ${script} ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/holdfast)
endforeach()

find_program(HOLDFAST_CLANG_FORMAT clang-format)
if(HOLDFAST_CLANG_FORMAT)
  add_test(NAME format COMMAND ${PROJECT_SOURCE_DIR}/scripts/format --check)
endif()

# Long tests start first.
if(HOLDFAST_TEST_SHARE STREQUAL "NETWORKS")
  # The other share, as scripts/test builds it: a whole program is one test, since each start costs a sanitizer a
  # quarter of a second.
  foreach(folder IN LISTS holdfast_tests_UNITS)
    add_test(NAME sanitized.${folder} COMMAND
      ${PROJECT_SOURCE_DIR}/build/asan/tests/test_${folder} --gtest_brief=1)
    set_tests_properties(sanitized.${folder} PROPERTIES COST 2000 TIMEOUT 1200)
  endforeach()
endif()

option(HOLDFAST_FUZZ_SMOKE "The fuzzers of build/asan as tests, half a minute each" OFF)
if(HOLDFAST_FUZZ_SMOKE)
  file(GLOB fuzzers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/*_fuzz.cpp)
  foreach(fuzzer IN LISTS fuzzers)
    get_filename_component(name ${fuzzer} NAME_WE)
    add_test(NAME fuzz.${name} COMMAND
      sh ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/smoke.sh ${PROJECT_SOURCE_DIR}/build/asan ${name} 30)
    set_tests_properties(fuzz.${name} PROPERTIES COST 1000 TIMEOUT 300)
  endforeach()
endif()
