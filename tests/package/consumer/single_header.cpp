#include "slotted.hpp"

#include <iostream>
#include <sstream>
#include <string>

#include "program.hpp"
