"""Every rule, one file: the mistake must not compile and must say why; its twin must compile.

check.py [--twin-flags FLAGS] [FILE.cpp...] -- COMPILER FLAGS...    (no file: all of this folder)
check.py --write-page -- COMPILER FLAGS...                          (this compiler's lines of .docs/errors.md)

A file holds the mistake and its twin in one place:

    // EXPECT: slotted::error::slot_declared_twice<Person, "age">      every such text stands in the first error line
    // EXPECT-ANYWHERE: field_without_value<Person, "age">             ... in any line
    // MODE: compile                                                   only where -fsyntax-only would not see it
    #ifdef SLOTTED_BREAK
    the mistake
    #else
    the twin
    #endif

EXPECT is a literal text. The mistake is compiled as a user would, without warnings, and may print 60 lines. Twins are
compiled many together, each in a namespace of its own, and by itself where that does not work. What is shown
in .docs/errors.md (page.py) must be what the compiler says, where it is one of those that the page quotes.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import page

MOST_LINES = 60
TWINS_TOGETHER = 20

arguments = sys.argv[1:]
split = arguments.index("--") if "--" in arguments else len(arguments)
parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--twin-flags", default="")
parser.add_argument("--write-page", action="store_true")
parser.add_argument("files", nargs="*", type=pathlib.Path)
options = parser.parse_args(arguments[:split])
compiler = arguments[split + 1:]
if not compiler:
    parser.error("no compiler after --")


def precompile(folder, use, flags):
    """The umbrella, once for all cases: the flags that put it before a case. Only the time changes, not what is said."""
    if "-freflection" in compiler:  # g++ 16 crashes on some that it wrote itself
        return flags
    header = pathlib.Path(folder, f"umbrella_for_{use}.hpp")
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


def compile_twins(paths, folder, flags):
    """Those that compile in one unit: all or none."""
    includes, bodies = {}, []
    for path in paths:
        text = path.read_text()
        includes |= dict.fromkeys(re.findall(r"^#include .*$", text, re.M))
        bodies.append(f"namespace {path.stem} {{\n" + re.sub(r"^#include .*$", "", text, flags=re.M) + "}\n")
    unit = pathlib.Path(folder, f"{paths[0].stem}_and_others.cpp")
    unit.write_text("\n".join([*includes, *bodies]))
    return paths if compile_(unit, "syntax", flags)[0] else []


def first_error(lines):
    return next((line for line in lines if re.search(r"\berror: ", line)), "(no line with an error)")


said = {}  # what each mistake printed, by the name of its file


def check(path, twin_compiles, twin_flags, mistake_flags):
    """What is wrong with one case, as lines; nothing if all is well. `twin_compiles`: it did, among others."""
    text = path.read_text()
    expected = re.findall(r"^// EXPECT: *(.*\S)", text, re.M)
    expected_anywhere = re.findall(r"^// EXPECT-ANYWHERE: *(.*\S)", text, re.M)
    mode = (re.findall(r"^// MODE: *(\w+)", text, re.M) or ["syntax"])[0]
    if not expected or not re.search(r"^#ifdef SLOTTED_BREAK$", text, re.M) or mode not in ("syntax", "compile"):
        return ["needs '// EXPECT: text' and '#ifdef SLOTTED_BREAK'; MODE is syntax or compile"]
    compiles, lines = (True, []) if twin_compiles and mode == "syntax" else compile_(path, mode, twin_flags)
    if not compiles:
        return ["the twin does not compile", first_error(lines)]
    compiles, lines = compile_(path, mode, [*mistake_flags, "-DSLOTTED_BREAK"])
    said[path.name] = lines
    if compiles:
        return ["the mistake compiles"]
    line = first_error(lines)
    problems = [f"the first error line lacks: {part}" for part in expected if part not in line]
    problems += [f"no line has: {part}" for part in expected_anywhere if not any(part in other for other in lines)]
    if len(lines) > MOST_LINES:
        problems.append(f"{len(lines)} lines of output, more than {MOST_LINES}")
    return problems + [line] if problems else []


def on_page(mistakes, name):
    """What the page shows of these, {mistake: file}, as they were said."""
    return {mistake: (file, {name: page.shown(said[file], mistake)}) for mistake, file in mistakes.items() if file in said}


def write_page(pool, name):
    mistakes = {mistake: page.example_of(mistake) for _, section in page.sections() for mistake in section}
    files = sorted(set(mistakes.values()))

    def say(file):
        path = pathlib.Path(__file__).resolve().parent / file
        mode = (re.findall(r"^// MODE: *(\w+)", path.read_text(), re.M) or ["syntax"])[0]
        said[file] = compile_(path, mode, ["-DSLOTTED_BREAK"])[1]

    list(pool.map(say, files))
    before = page.read()
    entries = on_page(mistakes, name)
    for mistake, (file, by) in entries.items():
        old = before.get(mistake, ("", {}))
        entries[mistake] = (file, (old[1] if old[0] == file else {}) | by)
    page.write(entries)
    print(f"{page.PAGE}: {len(entries)} mistakes, as {name} says them")
    return False


def main():
    files = [path.resolve() for path in options.files] or sorted(pathlib.Path(__file__).resolve().parent.glob("*.cpp"))
    name = page.who(subprocess.run([compiler[0], "--version"], capture_output=True, text=True).stdout)
    with (tempfile.TemporaryDirectory() as folder,
          concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool):
        if options.write_page:
            return write_page(pool, name) if name else f"the page quotes {' and '.join(page.COMPILERS.values())}"
        flags = list(pool.map(lambda use, flags: precompile(folder, use, flags), ("twins", "mistakes"),
                              (options.twin_flags.replace(";", " ").split(), [])))
        together = [files[i:i + TWINS_TOGETHER] for i in range(0, len(files), TWINS_TOGETHER)]
        twins = set().union(*pool.map(lambda paths: compile_twins(paths, folder, flags[0]), together))
        results = list(zip(files, pool.map(lambda path: check(path, path in twins, *flags), files)))
    failures = [(path, problems) for path, problems in results if problems]
    for path, problems in failures:
        print(f"FAILED {path.name}", *problems, sep="\n    ")
    print(f"{len(files) - len(failures)} of {len(files)} rules hold")
    shown = {mistake: file for mistake, (file, _) in page.read().items()}
    wrong = page.problems(on_page(shown, name) if name else {})
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return bool(failures or wrong) or not files


sys.exit(main())
