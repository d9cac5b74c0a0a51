"""Fails when a compiler that is asked for every warning has one about a header of the library.

every_warning.py -- COMPILER FLAGS...

The tests of guarantees are compiled, as they call every public operation. Only warnings whose place is a header of the
library count. That a warning would be seen is tried, too, with one mistake in a copy of the headers.
"""
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

tests = pathlib.Path(__file__).resolve().parent.parent
headers = tests.parent / "include"
sources = sorted(path for path in (tests / "guarantees").glob("*.cpp") if path.stem != "main")

# -O1: what depends on the values that a variable can have is not looked for without.
OF_GCC = """-O1 -Wall -Wextra -pedantic-errors -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast -Wuseless-cast
            -Wdouble-promotion -Wnull-dereference -Wduplicated-cond -Wlogical-op -Wcast-qual -Wcast-align
            -Woverloaded-virtual -Wnon-virtual-dtor -Wundef -Wredundant-decls -Wzero-as-null-pointer-constant -Wextra-semi
            -Wmissing-declarations""".split()
OF_CLANG = ["-fsyntax-only", "-Weverything", "-pedantic-errors"]
NOT_OF_CLANG = {
    "c++98-compat": "the library is C++20",
    "c++98-compat-pedantic": "the same",
    "pre-c++14-compat": "the same",
    "pre-c++17-compat": "the same",
    "pre-c++20-compat": "the same",
    "c++20-compat": "consteval is meant to be a keyword",
    "padded": "what lies where is the subject; `layout` says how much padding there is",
    "unsafe-buffer-usage": "slots lie at offsets, names and values in arrays of a size that is known elsewhere",
    "unsafe-buffer-usage-in-container": "the same",
    "float-equal": "objects are equal where their slots are, whatever those hold",
    "weak-vtables": "a library of headers has no file to put one in",
    "switch-default": "a switch over all enumerators has none, so that a new one is seen (-Wswitch)",
    "switch-enum": "a default stands for the enumerators that are not named",
    "exit-time-destructors": "memory that a thread keeps goes with the thread",
    "lifetime-safety-suggestions": "attributes that would help it with the code of users; it does not say that one is wrong",
    "lifetime-safety-invalidation": "to clang 23 a string that is appended to is gone, also where nothing points into it",
    "nrvo": "what is copied are tables that the compiler makes, or two words",
}


def warnings(compiler, flags, include, source):
    """Each warning, or error, about a header in that folder."""
    command = [*compiler, f"-I{include}", f"-I{tests}", "-c", "-o", os.devnull, *flags, source]
    output = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"LC_ALL": "C"})
    found = re.findall(rf"^{re.escape(str(include))}/.*(?:warning|error): .*$", output.stderr, re.M)
    if output.returncode and not found:
        sys.exit(f"{source.name} does not compile:\n{output.stderr[:4000]}")
    return found


def main():
    compiler = [word for word in sys.argv[sys.argv.index("--") + 1:] if word != f"-I{headers}"]
    version = subprocess.run([*compiler, "--version"], capture_output=True, text=True, check=True).stdout
    if "clang" in version:
        flags = [*OF_CLANG, "-Wno-unknown-warning-option", *(f"-Wno-{name}" for name in NOT_OF_CLANG)]
    else:
        flags = OF_GCC
        if "-m32" in compiler:  # there a cast to std::size_t is one from a type to itself as often as not
            flags = [flag for flag in flags if flag != "-Wuseless-cast"]

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool, tempfile.TemporaryDirectory() as folder:
        wrong = pathlib.Path(folder, "include")
        shutil.copytree(headers, wrong)
        with (wrong / "slotted/config.hpp").open("a") as header:
            header.write("inline int wrong(double value) { return value; }\n")
        seen = pool.submit(warnings, compiler, flags, wrong, sources[0])
        found = [line for lines in pool.map(lambda source: warnings(compiler, flags, headers, source), sources)
                 for line in lines]
        if not any("config.hpp" in line for line in seen.result()):
            sys.exit("a double that becomes an int is not seen: this test looks at the wrong thing")
    print(f"{len(sources)} files, {len(flags)} flags, {len(set(found))} warnings")
    if found:
        sys.exit("\n".join(sorted(set(found))))


main()
