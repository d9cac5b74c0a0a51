"""Prints what the umbrella header costs the compiler's front end: processor time, the best of several runs.

include_cost.py [--limit SECONDS] [--own-limit SECONDS] -- COMPILER FLAGS...

The own cost is what comes on top of the standard headers that the library includes. Fails above a limit. Other work on
the machine can only add to a measurement: the least is the nearest, and one above a limit is repeated before it counts.
The limits are for a machine on which g++ 12 takes 0.15 s for those standard headers; for a slower one they are longer.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import floors

FEWEST_RUNS, MOST_RUNS = 9, 36
USUAL_STANDARD_COST = 0.15

parser = argparse.ArgumentParser()
parser.add_argument("--limit", type=float, default=float("inf"))
parser.add_argument("--own-limit", type=float, default=float("inf"))
parser.add_argument("compiler", nargs="+")
options = parser.parse_args()


def standard_headers():
    folder = pathlib.Path(__file__).resolve().parent.parent / "include/slotted"
    used = floors.reachable(floors.read_includes(folder), floors.UMBRELLA)
    texts = ((folder / header).read_text() for header in used)
    return sorted({name for text in texts for name in re.findall(r"^#include <(\w+)>", text, re.M)})


def cost(folder, headers):
    """The user + system time of one run."""
    source = pathlib.Path(folder, "unit.cpp")
    source.write_text("".join(f"#include <{header}>\n" for header in headers))
    process = subprocess.Popen([*options.compiler, "-fsyntax-only", str(source)])
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit("it does not compile")
    return usage.ru_utime + usage.ru_stime


standard = umbrella = float("inf")
runs = 0


def fails():
    slower = max(1, standard / USUAL_STANDARD_COST)
    return umbrella > options.limit * slower or umbrella - standard > options.own_limit * slower


with tempfile.TemporaryDirectory() as folder:
    while runs < FEWEST_RUNS or fails() and runs < MOST_RUNS:
        runs += 1
        standard = min(standard, cost(folder, standard_headers()))
        umbrella = min(umbrella, cost(folder, ["slotted/slotted.hpp"]))

print("standard headers below it:", *standard_headers())
print(f"#include <slotted/slotted.hpp>: {umbrella:.3f} s, of these {umbrella - standard:.3f} s its own (best of {runs})")
if fails():
    sys.exit(f"more than the limit: {options.limit} s, its own {options.own_limit} s")
