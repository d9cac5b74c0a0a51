# The rivals that take part where they are installed; none is ever fetched. Sets, and says on the screen,
# BENCH_MISSING: those that are not, as text for the programs. Makes the targets
#   bench_maps         Abseil's and Boost's hash maps
#   bench_properties   gperf's tables, and the properties of Qt and of GObject
#   bench_made         the files that rivals/generate.py makes of one list of names
set(missing)
add_library(bench_maps INTERFACE)
add_library(bench_properties INTERFACE)

find_package(absl CONFIG QUIET) # libabsl-dev
if(absl_FOUND)
  target_link_libraries(bench_maps INTERFACE absl::flat_hash_map)
  target_compile_definitions(bench_maps INTERFACE BENCH_HAS_ABSL)
else()
  list(APPEND missing Abseil)
endif()

find_path(BENCH_BOOST_INCLUDE boost/unordered/unordered_flat_map.hpp) # libboost1.81-dev
mark_as_advanced(BENCH_BOOST_INCLUDE)
if(BENCH_BOOST_INCLUDE)
  if(NOT BENCH_BOOST_INCLUDE STREQUAL "/usr/include")
    target_include_directories(bench_maps SYSTEM INTERFACE ${BENCH_BOOST_INCLUDE})
  endif()
  target_compile_definitions(bench_maps INTERFACE BENCH_HAS_BOOST)
else()
  list(APPEND missing "Boost 1.81")
endif()

set(made ${CMAKE_CURRENT_BINARY_DIR}/made)
set(counts 3 8 16 32 64) # as in generate.py
list(TRANSFORM counts REPLACE "(.+)" "${made}/gperf_\\1.gperf" OUTPUT_VARIABLE keywords)
set(python ${Python3_EXECUTABLE} -B)
add_custom_command(
  OUTPUT ${made}/generated_numbers.hpp ${made}/qt_numbers.hpp ${keywords}
  COMMAND ${python} ${CMAKE_CURRENT_SOURCE_DIR}/rivals/generate.py ${made}
  DEPENDS rivals/generate.py rivals/names.txt
  VERBATIM)
set(made_files ${made}/generated_numbers.hpp)

find_program(BENCH_GPERF gperf) # gperf
mark_as_advanced(BENCH_GPERF)
if(BENCH_GPERF)
  foreach(count IN LISTS counts)
    add_custom_command(
      OUTPUT ${made}/gperf_${count}.hpp
      COMMAND ${BENCH_GPERF} --output-file=${made}/gperf_${count}.hpp ${made}/gperf_${count}.gperf
      DEPENDS ${made}/gperf_${count}.gperf
      VERBATIM)
    list(APPEND made_files ${made}/gperf_${count}.hpp)
  endforeach()
  target_compile_definitions(bench_properties INTERFACE BENCH_HAS_GPERF)
else()
  list(APPEND missing gperf)
endif()

include(CheckCXXSourceRuns) # no package: an instruction, for a perfect hash such as mph's
check_cxx_source_runs("int main() { return __builtin_cpu_supports(\"bmi2\") ? 0 : 1; }" BENCH_HAS_BMI2)
if(BENCH_HAS_BMI2)
  target_compile_definitions(bench_properties INTERFACE BENCH_HAS_BMI2)
else()
  list(APPEND missing "a processor with BMI2")
endif()

find_package(Qt5Core CONFIG QUIET) # qtbase5-dev
if(Qt5Core_FOUND)
  add_custom_command(
    OUTPUT ${made}/qt_numbers.cpp
    COMMAND Qt5::moc ${made}/qt_numbers.hpp -o ${made}/qt_numbers.cpp
    DEPENDS ${made}/qt_numbers.hpp
    VERBATIM)
  add_library(bench_qt_numbers STATIC ${made}/qt_numbers.cpp)
  target_link_libraries(bench_qt_numbers PUBLIC Qt5::Core)
  target_compile_options(bench_qt_numbers PRIVATE ${flags})
  target_compile_definitions(bench_qt_numbers PUBLIC QT_NO_KEYWORDS) # "slots" is ours, too
  target_link_libraries(bench_properties INTERFACE bench_qt_numbers)
  target_compile_definitions(bench_properties INTERFACE BENCH_HAS_QT)
else()
  list(APPEND missing "Qt 5")
endif()

find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
  pkg_check_modules(gobject QUIET IMPORTED_TARGET gobject-2.0) # libglib2.0-dev
endif()
if(gobject_FOUND)
  target_link_libraries(bench_properties INTERFACE PkgConfig::gobject)
  target_compile_definitions(bench_properties INTERFACE BENCH_HAS_GOBJECT)
else()
  list(APPEND missing GObject)
endif()

add_custom_target(bench_made DEPENDS ${made_files})
list(JOIN missing ", " BENCH_MISSING)
if(missing)
  message(STATUS "Benchmarks: rivals that are not installed and are left out: ${BENCH_MISSING}")
endif()
