#include <iostream>
#include <sstream>
#include <string>
#if SLOTTED_REAL_MEMBERS
#include <meta>
#endif

import slotted;

#include "program.hpp"
