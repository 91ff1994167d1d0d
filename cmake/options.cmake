# Settings that every target shares: language level, warnings, sanitizers, compiler cache.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(HOLDFAST_CCACHE ccache)
if(HOLDFAST_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${HOLDFAST_CCACHE})
endif()
find_program(HOLDFAST_MOLD mold)
if(HOLDFAST_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# Saves a third of what a build from nothing takes, with clang more than half. A compiler cache saves more where it is
# filled, and works badly with it. It hides an #include that a source forgets, which the builds without it show.
set(holdfast_pch_default ON)
if(HOLDFAST_CCACHE)
  set(holdfast_pch_default OFF)
endif()
option(HOLDFAST_PCH "Precompile the headers that most sources of a folder include" ${holdfast_pch_default})
option(HOLDFAST_UNITY "Compile rules in groups; as with HOLDFAST_PCH" ${holdfast_pch_default})
set(HOLDFAST_SANITIZE "" CACHE STRING "Sanitizers for every target, such as address,undefined")

add_library(holdfast_settings INTERFACE)
target_compile_options(holdfast_settings INTERFACE -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor -Werror)
# GCC 12 warns of std::string's own operator+ when it optimises (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(holdfast_settings INTERFACE -Wno-restrict)
  # And of more of libstdc++'s own code once it comes from a precompiled header.
  if(HOLDFAST_PCH)
    target_compile_options(holdfast_settings INTERFACE -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
  endif()
endif()
# GCC's -Wconversion leaves the sign of integers out, and the code is written to GCC's.
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(holdfast_settings INTERFACE -Wno-sign-conversion)
endif()
target_include_directories(holdfast_settings INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
if(HOLDFAST_SANITIZE)
  add_compile_options(-fsanitize=${HOLDFAST_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${HOLDFAST_SANITIZE})
  # GCC warns of what its own instrumentation adds.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(holdfast_settings INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
