# Builds and runs a consumer, the library reached in the way WAY. Prints "SKIPPED: why" where a tool is missing.
cmake_minimum_required(VERSION 3.25)
set(consumer ${CMAKE_CURRENT_LIST_DIR}/consumer)
set(prefix ${WORK}/prefix)
separate_arguments(compiler UNIX_COMMAND "${COMPILER} ${FLAGS} ${STANDARD} ${WARNINGS}")

function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(read variable) # COMMAND...
  execute_process(COMMAND ${ARGN} COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE text
                  OUTPUT_STRIP_TRAILING_WHITESPACE)
  set(${variable} "${text}" PARENT_SCOPE)
endfunction()

function(expect) # CONDITION...
  if(NOT (${ARGV}))
    message(FATAL_ERROR "expected: ${ARGV}")
  endif()
endfunction()

# What is installed works wherever it is moved to.
function(install_and_move)
  run(${CMAKE_COMMAND} --install ${SLOTTED_BUILD} --prefix ${WORK}/made)
  file(RENAME ${WORK}/made ${prefix})
endfunction()

set(configure ${CMAKE_COMMAND} -S ${consumer} -B ${WORK}/build -G ${GENERATOR} -D CMAKE_CXX_COMPILER=${COMPILER}
    -D CMAKE_CXX_FLAGS=${FLAGS} -D SLOTTED_SOURCE=${SLOTTED_SOURCE})

function(build_project) # OPTIONS...
  run(${configure} -D WAY=${WAY} -D WANTED_VERSION=${SLOTTED_VERSION} ${ARGN})
  run(${CMAKE_COMMAND} --build ${WORK}/build)
  run(${WORK}/build/consumer)
endfunction()

function(build_by_hand) # FLAGS AND FILES...
  run(${compiler} ${ARGV} -o ${WORK}/consumer)
  run(${WORK}/consumer)
endfunction()

# Another version is refused, and the message says which one is there and where.
function(expect_other_version_is_refused wanted)
  execute_process(COMMAND ${configure} -D WAY=find_package -D WANTED_VERSION=${wanted} -D CMAKE_PREFIX_PATH=${prefix}
                  RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE error)
  message(STATUS "with version ${wanted} wanted: ${error}")
  expect(failed)
  string(FIND "${error}" "\"${wanted}\"" says_wanted)
  string(FIND "${error}" "slotted-config.cmake, version: ${SLOTTED_VERSION}" says_found)
  expect(NOT says_wanted EQUAL -1 AND NOT says_found EQUAL -1)
endfunction()

file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})

if(WAY STREQUAL find_package)
  install_and_move()
  expect_other_version_is_refused(9)
  build_project(-D CMAKE_PREFIX_PATH=${prefix})

elseif(WAY MATCHES "^(add_subdirectory|fetch_content)$")
  build_project()

elseif(WAY STREQUAL include_path)
  build_by_hand(-I${SLOTTED_SOURCE}/include ${consumer}/main.cpp)

elseif(WAY STREQUAL pkg_config)
  find_program(pkg_config NAMES pkg-config)
  if(NOT pkg_config)
    message("SKIPPED: no pkg-config (Debian: pkgconf)")
    return()
  endif()
  install_and_move()
  set(ENV{PKG_CONFIG_PATH} ${prefix}/share/pkgconfig)
  read(version ${pkg_config} --modversion slotted)
  expect(version STREQUAL SLOTTED_VERSION)
  read(flags ${pkg_config} --cflags --libs slotted)
  separate_arguments(flags UNIX_COMMAND "${flags}")
  build_by_hand(${flags} ${consumer}/main.cpp)

elseif(WAY STREQUAL single_header)
  set(generate ${PYTHON} -B ${SLOTTED_SOURCE}/.package/single_header.py)
  run(${generate} ${WORK}/once/slotted.hpp)
  run(${generate} ${WORK}/twice/slotted.hpp)
  file(SHA256 ${WORK}/once/slotted.hpp once)
  file(SHA256 ${WORK}/twice/slotted.hpp twice)
  expect(once STREQUAL twice)
  run(${PYTHON} -B ${CMAKE_CURRENT_LIST_DIR}/same_text.py ${WORK}/once/slotted.hpp ${SLOTTED_SOURCE}/include -- ${compiler})
  build_by_hand(-I${WORK}/once ${consumer}/single_header.cpp)

elseif(WAY STREQUAL deb)
  find_program(dpkg_deb dpkg-deb)
  if(NOT dpkg_deb)
    message("SKIPPED: no dpkg-deb: this is no Debian")
    return()
  endif()
  run(${CPACK} -G DEB --config ${SLOTTED_BUILD}/CPackConfig.cmake -B ${WORK})
  set(package ${WORK}/libslotted-dev_${SLOTTED_VERSION}_all.deb)
  run(${dpkg_deb} --info ${package})
  foreach(field_and_value "Package=libslotted-dev" "Version=${SLOTTED_VERSION}" "Architecture=all" "Section=libdevel" "Depends=")
    string(REGEX MATCH "(.*)=(.*)" all ${field_and_value})
    set(wanted "${CMAKE_MATCH_2}")
    read(value ${dpkg_deb} --field ${package} ${CMAKE_MATCH_1})
    expect(value STREQUAL wanted)
  endforeach()
  run(${dpkg_deb} --extract ${package} ${WORK}/root)
  file(SHA256 ${WORK}/root/usr/share/doc/libslotted-dev/copyright copyright)
  file(SHA256 ${SLOTTED_SOURCE}/LICENSE license)
  expect(copyright STREQUAL license)
  set(WAY find_package)
  build_project(-D CMAKE_PREFIX_PATH=${WORK}/root/usr)

elseif(WAY STREQUAL module)
  # The oldest that are known to do it. clang 16 takes what a module and its user both include for two definitions, g++ 15
  # cannot read what it has written ("recursive lazy load").
  set(oldest_Clang 19)
  set(oldest_GNU 16)
  if(NOT oldest_${COMPILER_ID} OR COMPILER_VERSION VERSION_LESS oldest_${COMPILER_ID})
    message("SKIPPED: no module with ${COMPILER_ID} ${COMPILER_VERSION}: it takes GCC 16 or Clang 19")
    return()
  endif()
  install_and_move()
  set(interface -I${prefix}/include ${prefix}/include/slotted/slotted.cppm)
  if(COMPILER_ID STREQUAL GNU)
    set(importing -fmodules -fmodule-mapper=${WORK}/mapper)
    file(WRITE ${WORK}/mapper "slotted ${WORK}/slotted.gcm\n")
    run(${compiler} ${importing} -x c++ -c ${interface} -o ${WORK}/slotted.o)
  else()
    set(importing -fmodule-file=slotted=${WORK}/slotted.pcm)
    run(${compiler} --precompile ${interface} -o ${WORK}/slotted.pcm)
    run(${compiler} -Wno-unused-command-line-argument -c ${WORK}/slotted.pcm -o ${WORK}/slotted.o)
  endif()
  build_by_hand(${importing} ${consumer}/module.cpp ${WORK}/slotted.o)

else()
  message(FATAL_ERROR "no such way: ${WAY}")
endif()
