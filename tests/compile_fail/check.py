"""Every rule, one file: the mistake must not compile and must say why; its twin must compile.

check.py [--twin-flags FLAGS] [--alone] [FILE.cpp...] -- COMPILER FLAGS...      (no file: all of this folder)
check.py --write-page -- COMPILER FLAGS...                          (this compiler's lines of .docs/errors.md)

A file holds the mistake and its twin in one place:

    // EXPECT: slotted::error::slot_declared_twice<Person, "age">      every such text stands in the first error line
    // EXPECT-ANYWHERE: field_without_value<Person, "age">             ... in any line
    #ifdef SLOTTED_BREAK
    the mistake
    #else
    the twin
    #endif

EXPECT is a literal text. The mistake is compiled as a user would, without warnings, and may print 60 lines. Unless
--alone says otherwise, twenty files are compiled together, each in a namespace of its own: their twins, then their
mistakes. One that does not hold so is compiled again by itself, and what is said then counts. What is shown in
.docs/errors.md (page.py) must be what the compiler says, where it is one of those that the page quotes.
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
TOGETHER = 20

arguments = sys.argv[1:]
split = arguments.index("--") if "--" in arguments else len(arguments)
parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--twin-flags", default="")
parser.add_argument("--alone", action="store_true")
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


def compile_(path, flags):
    """(succeeded, what the compiler printed)"""
    done = subprocess.run([*compiler, *flags, "-fsyntax-only", path.name], cwd=path.parent, capture_output=True, text=True,
                          errors="replace", env={**os.environ, "LC_ALL": "C"})
    return done.returncode == 0, done.stderr.splitlines()


def one_unit(paths, folder):
    """A unit with all these files, each in a namespace of its own. What is said of a line names the file that it is of."""
    includes, bodies = {}, []
    for path in paths:
        text = path.read_text()
        includes |= dict.fromkeys(re.findall(r"^#include .*$", text, re.M))
        body = re.sub(r"^#include .*$", "", text, flags=re.M)
        bodies.append(f'namespace {path.stem} {{\n#line 1 "{path.name}"\n{body}}}\n')
    unit = pathlib.Path(folder, f"{paths[0].stem}_and_others.cpp")
    unit.write_text("\n".join([*includes, *bodies]))
    return unit


def messages(lines):
    """What was printed, by message: lines that lead to an error, that error, what is said about it."""
    has_error, message = False, []
    for line in lines:
        is_error = re.search(r"\berror: ", line)
        leads = re.match(r"In file included from |\S+: (In|At) |\S+:   (required|in) ", line)
        if has_error and (is_error or leads):
            yield message
            has_error, message = False, []
        message.append(line)
        has_error = has_error or bool(is_error)
    yield message


def said_together(paths, unit, flags):
    """What each of these mistakes says, by path, without the namespace. A message that places itself in several files is
    nobody's."""
    lines = compile_(unit, flags)[1]
    by_name = {path.name: path for path in paths}
    said = {}
    for message in messages(lines):
        names = {name for line in message for name in re.findall(r"(\w+\.cpp):\d+", line)} & by_name.keys()
        for path in map(by_name.get, names):
            alone = [line.replace(f"{path.stem}::", "") for line in message]
            said.setdefault(path, []).extend(alone if len(names) == 1 else ["(a message about several files) error: "])
    return said


def first_error(lines):
    return next((line for line in lines if re.search(r"\berror: ", line)), "(no line with an error)")


def problems_of(text, lines):
    """What is wrong with what a mistake said; nothing if all is well."""
    line = first_error(lines)
    problems = [f"the first error line lacks: {part}" for part in re.findall(r"^// EXPECT: *(.*\S)", text, re.M) if part not in line]
    problems += [f"no line has: {part}" for part in re.findall(r"^// EXPECT-ANYWHERE: *(.*\S)", text, re.M)
                 if not any(part in other for other in lines)]
    if len(lines) > MOST_LINES:
        problems.append(f"{len(lines)} lines of output, more than {MOST_LINES}")
    return problems + [line] if problems else []


said = {}  # what each mistake printed, by the name of its file


def check(path, twin_compiles, together, twin_flags, mistake_flags):
    """What is wrong with one case, as lines; nothing if all is well. `twin_compiles`: it did, among others; `together`:
    what the mistake said among others."""
    text = path.read_text()
    if not re.search(r"^// EXPECT: *\S", text, re.M) or not re.search(r"^#ifdef SLOTTED_BREAK$", text, re.M):
        return ["needs '// EXPECT: text' and '#ifdef SLOTTED_BREAK'"]
    if not twin_compiles:
        compiles, lines = compile_(path, twin_flags)
        if not compiles:
            return ["the twin does not compile", first_error(lines)]
    said[path.name] = together
    near_most = len(together) > MOST_LINES * 2 // 3  # by itself it may print more: what includes a header is said once
    if problems_of(text, together) or near_most:
        compiles, said[path.name] = compile_(path, mistake_flags)
        if compiles:
            return ["the mistake compiles"]
    return problems_of(text, said[path.name])


def on_page(mistakes, name):
    """What the page shows of these, {mistake: file}, as they were said."""
    return {mistake: (file, {name: page.shown(said[file], mistake)}) for mistake, file in mistakes.items() if file in said}


def write_page(pool, name):
    mistakes = {mistake: page.example_of(mistake) for _, section in page.sections() for mistake in section}
    files = sorted(set(mistakes.values()))

    def say(file):
        said[file] = compile_(pathlib.Path(__file__).resolve().parent / file, ["-DSLOTTED_BREAK"])[1]

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
        twin_flags, mistake_flags = pool.map(lambda use, flags: precompile(folder, use, flags), ("twins", "mistakes"),
                                             (options.twin_flags.replace(";", " ").split(), []))
        mistake_flags.append("-DSLOTTED_BREAK")
        no_limit = ["-ferror-limit=0"] if "clang" in compiler[0] else []  # of errors; g++ has none
        groups = [] if options.alone else [files[i:i + TOGETHER] for i in range(0, len(files), TOGETHER)]
        units = [one_unit(paths, folder) for paths in groups]
        twins = pool.map(lambda paths, unit: paths if compile_(unit, twin_flags)[0] else [], groups, units)
        mistakes = pool.map(lambda paths, unit: said_together(paths, unit, [*mistake_flags, *no_limit]), groups, units)
        twins, mistakes = set().union(*twins), dict(item for group in mistakes for item in group.items())
        results = list(zip(files, pool.map(
            lambda path: check(path, path in twins, mistakes.get(path, []), twin_flags, mistake_flags), files)))
    failures = [(path, problems) for path, problems in results if problems]
    for path, problems in failures:
        print(f"FAILED {path.name}", *problems, sep="\n    ")
    print(f"{len(files) - len(failures)} of {len(files)} rules hold")
    failed = {path.name for path, _ in failures}
    shown = {mistake: file for mistake, (file, _) in page.read().items() if file not in failed}
    wrong = page.problems(on_page(shown, name) if name else {})
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return bool(failures or wrong) or not files


sys.exit(main())
