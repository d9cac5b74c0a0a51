// Two slots under one alias.
// EXPECT: slot_declared_twice<debian::Package
// EXPECT: {"upstream"}
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace debian {

struct Package
    : sl::object<Package, sl::slots<sl::slot<"homepage", std::string, sl::alias<"Home-Page">>,
#ifdef SLOTTED_BREAK
                                    sl::slot<"upstream", std::string, sl::alias<"Upstream">, sl::alias<"Home-Page">>>> {
#else
                                    sl::slot<"upstream", std::string, sl::alias<"Upstream">, sl::alias<"Up-Stream">>>> {
#endif
  using object::object;
};

}  // namespace debian

debian::Package package;
