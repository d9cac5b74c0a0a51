"""Every rule, one file: the mistake must not compile and must say why; its twin must compile.

check.py [--twin-flags FLAGS] [FILE.cpp...] -- COMPILER FLAGS...    (no file: all of this folder)

A file holds the mistake and its twin in one place:

    // EXPECT: slotted::error::slot_declared_twice<Person, "age">      every such text stands in the first error line
    // EXPECT-ANYWHERE: field_without_value<Person, "age">             ... in any line
    // MODE: compile                                                   only where -fsyntax-only would not see it
    #ifdef SLOTTED_BREAK
    the mistake
    #else
    the twin
    #endif

EXPECT is a literal text. The mistake is compiled as a user would, without warnings, and may print 60 lines.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

MOST_LINES = 60

arguments = sys.argv[1:]
split = arguments.index("--") if "--" in arguments else len(arguments)
parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--twin-flags", default="")
parser.add_argument("files", nargs="*", type=pathlib.Path)
options = parser.parse_args(arguments[:split])
compiler = arguments[split + 1:]
if not compiler:
    parser.error("no compiler after --")


def precompile(folder, flags):
    """The umbrella, once for all cases: the flags that put it before a case. Only the time changes, not what is said."""
    if "-freflection" in compiler:  # g++ 16 crashes on some that it wrote itself
        return flags
    header = pathlib.Path(folder, f"umbrella_{len(flags)}.hpp")
    header.write_text("#include <slotted/slotted.hpp>\n")
    subprocess.run([*compiler, *flags, "-x", "c++-header", header, "-o", f"{header}.gch"], check=True)
    return [*flags, "-include", str(header)]


def compile_(path, mode, flags):
    """(succeeded, what the compiler printed)"""
    with tempfile.TemporaryDirectory() as folder:
        output = ["-fsyntax-only"] if mode == "syntax" else ["-c", "-o", os.path.join(folder, "unit.o")]
        done = subprocess.run([*compiler, *flags, *output, path.name], cwd=path.parent, capture_output=True, text=True,
                              errors="replace", env={**os.environ, "LC_ALL": "C"})
    return done.returncode == 0, done.stderr.splitlines()


def first_error(lines):
    return next((line for line in lines if re.search(r"\berror: ", line)), "(no line with an error)")


def check(path, twin_flags, mistake_flags):
    """What is wrong with one case, as lines; nothing if all is well."""
    text = path.read_text()
    expected = re.findall(r"^// EXPECT: *(.*\S)", text, re.M)
    expected_anywhere = re.findall(r"^// EXPECT-ANYWHERE: *(.*\S)", text, re.M)
    mode = (re.findall(r"^// MODE: *(\w+)", text, re.M) or ["syntax"])[0]
    if not expected or not re.search(r"^#ifdef SLOTTED_BREAK$", text, re.M) or mode not in ("syntax", "compile"):
        return ["needs '// EXPECT: text' and '#ifdef SLOTTED_BREAK'; MODE is syntax or compile"]
    compiles, lines = compile_(path, mode, twin_flags)
    if not compiles:
        return ["the twin does not compile", first_error(lines)]
    compiles, lines = compile_(path, mode, [*mistake_flags, "-DSLOTTED_BREAK"])
    if compiles:
        return ["the mistake compiles"]
    line = first_error(lines)
    problems = [f"the first error line lacks: {part}" for part in expected if part not in line]
    problems += [f"no line has: {part}" for part in expected_anywhere if not any(part in other for other in lines)]
    if len(lines) > MOST_LINES:
        problems.append(f"{len(lines)} lines of output, more than {MOST_LINES}")
    return problems + [line] if problems else []


def main():
    files = [path.resolve() for path in options.files] or sorted(pathlib.Path(__file__).resolve().parent.glob("*.cpp"))
    with (tempfile.TemporaryDirectory() as folder,
          concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool):
        flags = list(pool.map(lambda flags: precompile(folder, flags), (options.twin_flags.replace(";", " ").split(), [])))
        results = list(zip(files, pool.map(lambda path: check(path, *flags), files)))
    failures = [(path, problems) for path, problems in results if problems]
    for path, problems in failures:
        print(f"FAILED {path.name}", *problems, sep="\n    ")
    print(f"{len(files) - len(failures)} of {len(files)} rules hold")
    return bool(failures) or not files


sys.exit(main())
