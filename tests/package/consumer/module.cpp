#include <iostream>
#include <sstream>
#include <string>

import slotted;

#include "program.hpp"
