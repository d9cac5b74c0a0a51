// What an error of the library says.
#pragma once

#include <slotted/slotted.hpp>

#include <string>

namespace support {

inline std::string what_of(const auto& call) {
  try {
    call();
  } catch (const slotted::error_base& error) {
    return error.what();
  }
  return "nothing was thrown";
}

}  // namespace support
