# Copyright (c) 2026 the slotted authors
# SPDX-License-Identifier: MIT
"""Installed as share/gdb/python/gdb/printer/slotted.py, which GDB reads when it starts if its own prefix is the same:
it loads the printers that are installed with the headers."""

import os
import sys

_prefix = os.path.join(os.path.dirname(os.path.abspath(__file__)), *[os.pardir] * 5)
sys.path.append(os.path.normpath(os.path.join(_prefix, "include", "slotted", "debuggers")))
import slotted_gdb  # noqa: E402,F401
