# Builds and runs the consumer, the library reached in the way WAY.
function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${WORK})
if(WAY STREQUAL find_package)
  run(${CMAKE_COMMAND} --install ${SLOTTED_BUILD} --prefix ${WORK}/prefix)
endif()
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/consumer -B ${WORK}/build -G ${GENERATOR} -D WAY=${WAY}
    -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_CXX_FLAGS=${FLAGS} -D CMAKE_PREFIX_PATH=${WORK}/prefix
    -D SLOTTED_SOURCE=${SLOTTED_SOURCE} -D SLOTTED_VERSION=${SLOTTED_VERSION})
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/consumer)
