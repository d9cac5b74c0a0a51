"""Writes the whole library as one file.

single_header.py OUTPUT

The same headers give the same bytes. Each header keeps its include guard, so the one file and the folder of headers, of
the same version, may meet in one unit. What stands beside the umbrella comes last, and SLOTTED_LEAN leaves it out.
"""
import pathlib
import re
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADERS = ROOT / "include" / "slotted"
UMBRELLA = "slotted.hpp"
LEFT_OUT = {"debugger.hpp"}  # it leads GDB to the scripts that lie beside it
WIDTH = 120

ABOUT = """\
slotted {version}, the whole library in one file, made of its headers by .package/single_header.py. It needs C++20: GCC 12
or later, or Clang 16 or later.

It has what <slotted/slotted.hpp> has, and {beside}. Without these it compiles in half
the time: write `#define SLOTTED_LEAN` before you include it.
"""


class Header:
    """One file, taken apart: what it says of itself, its guard, what it includes always, all the rest."""

    def __init__(self, name):
        lines = (HEADERS / name).read_text().splitlines()
        start = next(i for i, line in enumerate(lines) if line.startswith("#ifndef "))
        self.name = name
        self.guard = lines[start].split()[1]
        self.about = [line for line in lines[:start] if "Copyright" not in line and "SPDX" not in line]
        if lines[start + 1] != f"#define {self.guard}" or lines[-1] != "#endif":
            sys.exit(f"{name}: no include guard around it")
        self.own, self.standard, self.body = [], [], []
        depth = 0
        for line in lines[start + 2:-1]:
            depth += line.startswith("#if")
            depth -= line.startswith("#endif")
            if match := re.match(r"#include <slotted/(\S+)>", line):
                self.own.append(match[1])  # its own guard makes it harmless where it stands under a condition
            elif depth == 0 and (match := re.match(r"#include (<\S+>)", line)):
                self.standard.append(match[1])
            elif re.match(r'\s*#\s*include\s*"', line):
                sys.exit(f"{name}: not found by others: {line}")
            else:
                self.body.append(line)

    def text(self):
        rule = f"// ==== slotted/{self.name} "
        lines = [rule + "=" * (WIDTH - len(rule)), *self.about, f"#ifndef {self.guard}", f"#define {self.guard}", "",
                 *self.body, "", "#endif", ""]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def in_order(roots, headers, done):
    """The roots and all that they include, each after what it includes, without those that are done."""
    found = []

    def visit(name):
        if name in done:
            return
        done.add(name)
        for below in headers[name].own:
            visit(below)
        found.append(headers[name])

    for root in roots:
        visit(root)
    return found


def includes(part, done):
    names = sorted({name for header in part for name in header.standard} - done)
    done.update(names)
    return "".join(f"#include {name}\n" for name in names) + "\n"


def single_header():
    headers = {path.name: Header(path.name) for path in HEADERS.glob("*.hpp") if path.name not in LEFT_OUT}
    version = dict(re.findall(r"#define SLOTTED_VERSION_(\w+) (\d+)", (HEADERS / "version.hpp").read_text()))
    reached = {name for header in headers.values() for name in header.own}
    beside = sorted(headers.keys() - reached - {UMBRELLA})

    done, included = set(), set()
    compiler = in_order(["config.hpp"], headers, done)  # first: it says what is wrong with an old compiler
    umbrella = in_order([UMBRELLA], headers, done)
    rest = in_order(beside, headers, done)
    if done != headers.keys():
        sys.exit(f"not reached: {sorted(headers.keys() - done)}")

    about = ABOUT.format(version=".".join(version[part] for part in ("MAJOR", "MINOR", "PATCH")),
                         beside=", ".join(f"<slotted/{name}>" for name in beside))
    about = "\n\n".join(textwrap.fill(part, WIDTH - 3) for part in about.split("\n\n"))
    top = [*about.splitlines(), "", "SPDX-License-Identifier: MIT", "", *(ROOT / "LICENSE").read_text().splitlines()]
    return "".join([
        *(f"// {line}".rstrip() + "\n" for line in top), "\n",
        *(header.text() for header in compiler),
        includes(umbrella, included),
        *(header.text() for header in umbrella),
        "#if !defined(SLOTTED_LEAN)\n\n",
        includes(rest, included),
        *(header.text() for header in rest),
        "#endif  // SLOTTED_LEAN\n",
    ])


def main():
    output = pathlib.Path(sys.argv[1])
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(single_header())


if __name__ == "__main__":
    main()
