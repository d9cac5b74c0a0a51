// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Tells GDB where the printers of slotted objects are: included in one source file of a program. Not in the umbrella.
#ifndef SLOTTED_DEBUGGER_HPP
#define SLOTTED_DEBUGGER_HPP

// A section that GDB looks for when it loads a program: a kind, a name, and a script in Python, which reads the
// printers that lie beside this header. It takes no memory when the program runs. Where the compiler was given a
// relative path to the headers, GDB looks from its own folder and in its source path (`directory FOLDER`).
//
// GDB runs the scripts of a program only if it trusts the program: `add-auto-load-safe-path FOLDER` in ~/.gdbinit. It
// says so when it does not. Nothing of this is needed where the library is installed under GDB's own prefix, usually
// /usr: GDB reads share/gdb/python/gdb/printer/slotted.py by itself. LLDB has no such section: `command script import
// .../slotted/debuggers/slotted_lldb.py` in ~/.lldbinit.
#if defined(__ELF__)
__asm__(
    ".pushsection \".debug_gdb_scripts\", \"MS\", %progbits, 1\n"
    ".byte 4\n"
    ".ascii \"gdb.inlined-script.slotted\\n\"\n"
    ".ascii \"import os, gdb\\n\"\n"
    ".ascii \"path = os.path.join(os.path.dirname(r'''" __FILE__
    "'''), 'debuggers', 'slotted_gdb.py')\\n\"\n"
    ".ascii \"try: gdb.execute('source -s ' + path)\\n\"\n"
    ".ascii \"except gdb.error as why: print('slotted: no printers: ' + str(why))\\n\"\n"
    ".byte 0\n"
    ".popsection\n");
#endif

#endif
