"""What the library costs a compiler, counted rather than timed. Fails where a count is above its budget.

compile_budget.py [--headers] -- COMPILER FLAGS...

g++ 12: millions of instructions of its front end, under valgrind. clang 19: classes and functions instantiated, by
-ftime-trace. Both are the same in every run on the same packages, to within TOLERANCE. For other compilers, and for g++
where there is no valgrind, there is no budget: exit code 77, which ctest takes for skipped.

The umbrella's own cost is what comes on top of the standard headers that the library includes; a class's is what comes on
top of the umbrella. --headers prints the own cost of each header alone.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import many_slots

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.append(str(TESTS))
import floors  # noqa: E402

SKIPPED = 77
TOLERANCE = 1.02  # what an update of the compiler or the C library within Debian 12 may change
COUNTS = (8, 32, 128, 256)
BUDGETS = {
    "g++ 12": {"umbrella": 620, 8: 185, 32: 440, 128: 1600, 256: 3480},
    "clang 19": {"umbrella": 280, 8: 890, 32: 1640, 128: 4700, 256: 8800},
}
MOST_GROWTH = 2.3  # from 128 to 256 slots: no step whose work grows with the square of their number
MOST_BYTES = 115_000  # of the object file of 200 slots, each read by name, at -O0
LONGEST_SYMBOL = 160


def unconditional(text):
    """The lines of a header that are in no #if but its include guard."""
    depth = 0
    for line in text.splitlines():
        depth += line.startswith("#if") - line.startswith("#endif")
        if depth == 1:
            yield line


def standard_headers():
    """The standard headers that the umbrella includes, directly or through other headers of the library."""
    folder = TESTS.parent / "include/slotted"
    used = floors.reachable(floors.read_includes(folder), floors.UMBRELLA)
    lines = (line for header in used for line in unconditional((folder / header).read_text()))
    return sorted({match[1] for line in lines if (match := re.match(r"#include <(\w+)>", line))})


def including(headers):
    return "".join(f"#include <{header}>\n" for header in headers)


def run(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env={**os.environ, "LC_ALL": "C"})
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout[:5000]}")
    return done.stdout


class Gcc:
    """Instructions of the front end, in millions."""
    name, unit = "g++ 12", "million instructions"

    def count(self, compiler, folder, stem, text):
        source, log = folder / f"{stem}.cpp", folder / f"{stem}.log"
        source.write_text(text)
        valgrind = f"valgrind,--tool=cachegrind,--cache-sim=no,--cachegrind-out-file=/dev/null,--log-file={log}"
        run([*compiler, "-fsyntax-only", str(source), "-wrapper", valgrind])
        return int(re.search(r"I\s+refs:\s+([\d,]+)", log.read_text())[1].replace(",", "")) / 1e6


class Clang:
    """Instantiated classes and functions."""
    name, unit = "clang 19", "instantiations"

    def count(self, compiler, folder, stem, text):
        source = folder / f"{stem}.cpp"
        source.write_text(text)
        trace = folder / f"{stem}.json"
        run([*compiler, "-c", str(source), "-o", str(folder / f"{stem}.o"), f"-ftime-trace={trace}",
             "-ftime-trace-granularity=0"])
        events = json.loads(trace.read_text())["traceEvents"]
        return sum(event["name"] in ("InstantiateClass", "InstantiateFunction") for event in events)


def counter_for(compiler):
    said = run([*compiler, "--version"])
    if re.search(r"clang version 19\.", said) and "-stdlib=libc++" not in compiler:
        return Clang()
    if re.search(r"^g\+\+.* 12\.\d", said, re.M) and shutil.which("valgrind"):
        return Gcc()
    print(f"no budget for this compiler, or no valgrind: {said.splitlines()[0]}")
    sys.exit(SKIPPED)


def object_file(compiler, folder):
    """(bytes, length of the longest symbol) of 200 slots that are all read, at -O0."""
    source, output = folder / "object.cpp", folder / "object.o"
    source.write_text(many_slots.touching(200))
    run([*compiler, "-O0", "-g0", "-c", str(source), "-o", str(output)])
    symbols = [line.split()[-1] for line in run(["nm", str(output)]).splitlines()]
    return output.stat().st_size, max(len(symbol) for symbol in symbols)


def main():
    arguments = sys.argv[1:]
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--headers", action="store_true")
    options = parser.parse_args(arguments[:split])
    compiler = arguments[split + 1:]
    if not compiler:
        parser.error("no compiler after --")

    counter = counter_for(compiler)
    units = {"standard": including(standard_headers()), "umbrella": including(["slotted/slotted.hpp"])}
    if options.headers:
        headers = floors.read_includes(TESTS.parent / "include/slotted")
        units |= {header: units["standard"] + including([f"slotted/{header}"]) for header in headers}
    else:
        units |= {count: many_slots.touching(count) for count in (0, *COUNTS)}

    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            jobs = {what: pool.submit(counter.count, compiler, folder, f"unit_{what}", text)
                    for what, text in units.items()}
            counts = {what: job.result() for what, job in jobs.items()}
        if options.headers:
            for header in sorted(headers, key=counts.get):
                print(f"{counts[header] - counts['standard']:8.0f}  {header}")
            return 0
        size, longest = object_file(compiler, folder)

    failed = False

    def hold(what, count, limit, unit):
        nonlocal failed
        failed |= count > limit
        print(f"{'TOO MUCH' if count > limit else 'ok':8}  {what}: {count:,.4g} {unit}; budget {limit:,}")

    print(f"{counter.name}; the standard headers alone: {counts['standard']:.0f} {counter.unit}")
    budgets = BUDGETS[counter.name]
    own = {"umbrella": counts["umbrella"] - counts["standard"], **{n: counts[n] - counts[0] for n in COUNTS}}
    for what, count in own.items():
        text = f"{what} slots, each read by name" if what in COUNTS else "#include <slotted/slotted.hpp>"
        hold(text, count / TOLERANCE, budgets[what], counter.unit)
    hold("256 slots to 128", own[256] / own[128], MOST_GROWTH, "times")
    hold("object file of 200 slots, each read by name", size, MOST_BYTES, "bytes")
    hold("its longest symbol", longest, LONGEST_SYMBOL, "characters")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
