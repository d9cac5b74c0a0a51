// What a world says when the library is not of the model's mind.
#pragma once

#include <stdexcept>

namespace model {

/// The library and the model are not of one mind.
struct disagreement : std::runtime_error {
  using std::runtime_error::runtime_error;
};
inline void expect(bool holds, const char* what) {
  if (!holds) throw disagreement(what);
}

}  // namespace model
