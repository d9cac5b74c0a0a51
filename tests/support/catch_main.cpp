// Catch2 2.13 compiles its runner where main is: here, once for all tests. Catch2 3 brings its own.
#include <new>  // which Catch2 uses

#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
