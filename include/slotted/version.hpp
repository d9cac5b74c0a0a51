// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The one home of the version: CMake reads it here.
#ifndef SLOTTED_VERSION_HPP
#define SLOTTED_VERSION_HPP

#define SLOTTED_VERSION_MAJOR 0
#define SLOTTED_VERSION_MINOR 1
#define SLOTTED_VERSION_PATCH 0

#endif
