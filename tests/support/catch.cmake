# Target slotted_catch: Catch2 of the system (2.13 or 3), else the single header of 2.13.10, fetched and checked.
set(SLOTTED_CATCH2_URL "" CACHE STRING "Where to fetch catch.hpp of Catch2 2.13.10 from, instead of the system's Catch2")
set(catch_sha256 3725c0f0a75f376a5005dde31ead0feb8f7da7507644c201b814443de8355170)

add_library(slotted_catch INTERFACE)
add_library(slotted_catch_header INTERFACE)
target_link_libraries(slotted_catch INTERFACE slotted_catch_header)

if(SLOTTED_CATCH2_URL)
  set(catch_dir ${PROJECT_BINARY_DIR}/_deps/catch2)
  file(DOWNLOAD ${SLOTTED_CATCH2_URL} ${catch_dir}/catch2/catch.hpp EXPECTED_HASH SHA256=${catch_sha256})
  target_include_directories(slotted_catch_header SYSTEM INTERFACE ${catch_dir})
  target_compile_definitions(slotted_catch_header INTERFACE SLOTTED_TEST_CATCH2_HEADER)
  set(catch_major 2)
else()
  find_package(Catch2 QUIET)
  if(NOT Catch2_FOUND OR Catch2_VERSION VERSION_LESS 2.13)
    message(FATAL_ERROR "The tests need Catch2 2.13 or 3 (Debian: catch2). Install it, or say where the file catch.hpp of "
      "release 2.13.10 is: -DSLOTTED_CATCH2_URL=https://... or file:///... (its SHA-256 must be ${catch_sha256}), "
      "or leave the tests out: -DSLOTTED_TESTS=OFF")
  endif()
  string(REGEX MATCH "^[0-9]+" catch_major ${Catch2_VERSION})
endif()

if(catch_major EQUAL 2)
  if(NOT SLOTTED_CATCH2_URL)
    target_link_libraries(slotted_catch_header INTERFACE Catch2::Catch2)
  endif()
  # The runner takes ten times as long to compile as a test: once, and without optimisation or debug information.
  add_library(slotted_catch_main STATIC ${CMAKE_CURRENT_LIST_DIR}/catch_main.cpp)
  target_link_libraries(slotted_catch_main PRIVATE slotted_catch_header)
  target_compile_features(slotted_catch_main PRIVATE cxx_std_20)
  target_compile_options(slotted_catch_main PRIVATE -O0 -g0)
  target_link_libraries(slotted_catch INTERFACE slotted_catch_main)
  set(catch_options -w NoTests) # 3 does so by itself
else()
  target_link_libraries(slotted_catch_header INTERFACE Catch2::Catch2WithMain)
endif()
