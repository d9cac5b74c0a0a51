"""Breaks the library anywhere: an operator that becomes another one, a statement that is gone. The tests must see it.

sweep.py [--count N] [--skip N] [--seed N] [--kind KIND]... [--header NAME]... [--only HEADER:LINE]... [--all-tests]
         [--list] -- COMPILER FLAGS...

The tables beside this file hold mutants that somebody thought of; here N of all that there are are drawn (200). A mutant
with which the headers alone do not compile is none; nor is one that this compiler does not see, in code for another one
or another standard library: that takes a run with them. The others are shown to the unit test of their header, then to
those of the headers that include it, then to those in WIDE, then to compile_fail, until one does not compile or fails.
Who survives must be in sweep_survivors.txt with the reason; it fails when one is not, or when more survive than a
twentieth of those that change an operator on bits and a tenth of the others.
"""
import argparse
import concurrent.futures
import functools
import hashlib
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

tests = pathlib.Path(__file__).resolve().parent.parent
headers = tests.parent / "include"
survivors_file = pathlib.Path(__file__).with_name("sweep_survivors.txt")

OPERATORS = {
    " == ": " != ", " != ": " == ", " < ": " <= ", " <= ": " < ", " > ": " >= ", " >= ": " > ",
    " && ": " || ", " || ": " && ", " + ": " - ", " - ": " + ", " * ": " + ", " / ": " * ", " % ": " / ",
    " & ": " | ", " | ": " & ", " ^ ": " | ", " << ": " >> ", " >> ": " << ",
    " += ": " -= ", " -= ": " += ", " |= ": " &= ", " &= ": " |= ", " ^= ": " |= ",
    "++": "--", "--": "++", "!": "", "true": "false", "false": "true",
}
OPERATOR = re.compile(r" (?:==|!=|<=|>=|<<|>>|[+\-|&^]=|&&|\|\||[<>+\-*/%&|^]) |\+\+|--|!(?!=)|\btrue\b|\bfalse\b")
ON_BITS = {"&", "|", "^", "<<", ">>", "&=", "|=", "^="}
MAY_SURVIVE = {"bitwise": 0.05, "deletion": 0.1, "other": 0.1}
STATEMENT = re.compile(r"\s+(?:if \(.*\) |else )?(?!return\b|throw\b|using\b|static_assert|friend\b|case\b|goto\b|break\b|"
                       r"struct\b|class\b|enum\b|template\b|typename\b|const\b|constexpr\b|consteval\b|static\b|auto\b|"
                       r"inline\b|explicit\b|virtual\b|extern\b|requires\b|typedef\b|if\b|for\b|while\b|do\b|else\b)"
                       r"[*(]*[\w:.\[\]>()*-]+(?:<[^;]*>)?(?:\(.*\)| [+\-*/|&^]?= .*|\+\+|--);$|"
                       r"\s+(?:\+\+|--)[\w.>\[\]()-]+;$")
DECLARATION = re.compile(r"\s+[\w:<>,&*\[\] ]+ [&*]?\w+(?:\[\w*\])?(?:\{.*\}| = .*)?;$")
# What uses much of the library, for headers whose own test leaves something out.
WIDE = ("unit/object", "unit/slot_handle", "unit/attribute", "unit/state", "unit/dict_slot", "unit/weak_ref",
        "unit/weak_block", "unit/items", "unit/builder", "unit/aggregate", "unit/fields_of", "unit/vars", "unit/overrides",
        "unit/inheritance", "unit/described_layout", "static/contract", "model/dict", "model/weak", "pictures/draw")
PATIENCE = 400  # seconds for a compiler that does not end, or what threads do beside others
PATIENCE_WITH_TEST = 60  # the others take less than 10
MEMORY = 8 << 30  # bytes for one that takes all there is


@functools.cache
def text_of(name):
    return (headers / "slotted" / f"{name}.hpp").read_text()


def masked(text):
    """The text with blanks for what is no code: comments, literals, directives of the preprocessor."""
    blank = lambda match: re.sub(r"[^\n]", " ", match[0])
    return re.sub(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|^[ \t]*#(?:[^\n]*\\\n)*[^\n]*', blank, text,
                  flags=re.S | re.M)


def mutants_of(header):
    """[(header, line, begin, end, instead)] for its text."""
    text = text_of(header.stem)
    code = masked(text)
    found = []
    line_of = lambda place: text.count("\n", 0, place) + 1
    for match in OPERATOR.finditer(code):
        line = code[code.rfind("\n", 0, match.start()) + 1:code.find("\n", match.end())]
        if re.search(r"operator\W*$", code[max(0, match.start() - 9):match.start() + 1]):
            continue  # the name of a function
        if "[[" in line or match[0] in ("true", "false") and "requires" in line:
            continue
        found.append((header.stem, line_of(match.start()), match.start(), match.end(), OPERATORS[match[0]]))
    place = 0
    for line in code.split("\n"):
        if STATEMENT.match(line) and not DECLARATION.match(line) and line.count("(") == line.count(")"):
            begin = place + len(line) - len(line.lstrip())
            found.append((header.stem, line_of(place), begin, place + len(line), ";"))
        place += len(line) + 1
    return found


def including(name):
    """The unit tests of the headers that include it, those of the fewest words first."""
    pattern = re.compile(rf'#include [<"](?:slotted/)?{name}\.hpp[>"]')
    return sorted((f"unit/{header.stem}" for header in (headers / "slotted").glob("*.hpp")
                   if pattern.search(text_of(header.stem))), key=size_of)


def size_of(test):
    file = tests / f"{test}.cpp"
    return file.stat().st_size if file.exists() else 0


def ends_well(command, patience=PATIENCE, **how):
    """Whether it ends in time, and says that all is well. A compiler has children of its own, which must end, too."""
    return subprocess.run(["timeout", "--kill-after=1", str(patience), *command], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, **how).returncode == 0


class Bench:
    """A folder with what the tests are linked with, and one for each mutant."""

    def __init__(self, compiler, folder):
        self.compiler, self.folder = [*compiler, "-O0", "-g0", "-pthread"], pathlib.Path(folder)
        shutil.copytree(tests / "support", self.folder / "support")
        self.support = [f"-I{self.folder}", f"-I{tests}"]  # the copy first: to clang another file is another header
        self.link = []
        for name in ("catch_main", "allocations"):
            self.call(tests / "support" / f"{name}.cpp", "-c", "-o", self.folder / f"{name}.o", f"-I{headers}", f"-I{tests}")
            self.link.append(self.folder / f"{name}.o")
        self.call("-w", "-x", "c++-header", self.folder / "support/catch.hpp", "-o", self.folder / "support/catch.hpp.gch")
        every = "".join(f"#include <slotted/{path.name}>\n" for path in sorted((headers / "slotted").glob("*.hpp")))
        (self.folder / "every.cpp").write_text(every)
        self.seen = self.seen_by_compiler(headers)

    def call(self, *arguments):
        subprocess.run([*self.compiler, *arguments], check=True)

    def seen_by_compiler(self, include):
        """The headers without what is not for this compiler; and without `include`, which __FILE__ names."""
        seen = subprocess.run([*self.compiler, f"-I{include}", "-E", "-P", self.folder / "every.cpp"],
                              stdout=subprocess.PIPE, text=True, check=True).stdout
        return seen.replace(str(include), "")

    def compiles(self, include, *arguments):
        return ends_well([*self.compiler, f"-I{include}", *arguments])

    def is_alive(self, include, work, test):
        """Whether the test is content: '' or why not."""
        python = [sys.executable, "-B"]
        if test == "compile_fail":
            command = [*python, tests / "compile_fail/check.py", "--", *self.compiler, f"-I{include}"]
            return "" if ends_well(command) else "fails"
        source = tests / f"{test}.cpp"
        if test.startswith("static/"):
            return "" if self.compiles(include, *self.support, "-fsyntax-only", source) else "compiles not"
        program = work / "program"
        with_catch = ["-include", self.folder / "support/catch.hpp", '-DSLOTTED_TEST_CMAKE_VERSION="0.1.0"', *self.link]
        if not self.compiles(include, *self.support, *(with_catch if test.startswith("unit/") else ["-O1"]), source, "-o",
                             program):
            return "compiles not"
        run = [*python, tests / "pictures/check.py", program] if test == "pictures/draw" else [program]
        patience = PATIENCE if "threads" in test else PATIENCE_WITH_TEST
        return "" if ends_well(run, patience, cwd=work) else "fails"

    def play(self, mutant, tests_of):
        """(verdict, the test that saw it)"""
        name, _, begin, end, instead = mutant
        work = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        try:
            shutil.copytree(headers, work / "include")
            text = text_of(name)
            (work / "include/slotted" / f"{name}.hpp").write_text(text[:begin] + instead + text[end:])
            if self.seen_by_compiler(work / "include") == self.seen:
                return "is not seen", ""
            if not self.compiles(work / "include", "-fsyntax-only", self.folder / "every.cpp"):
                return "is no program", ""
            for test in tests_of(name):
                verdict = self.is_alive(work / "include", work, test)
                if verdict:
                    return verdict, test
            return "SURVIVES", ""
        finally:
            shutil.rmtree(work)


def kind_of(mutant):
    name, _, begin, end, instead = mutant
    if instead == ";":
        return "deletion"
    return "bitwise" if text_of(name)[begin:end].strip() in ON_BITS else "other"


def described(mutant):
    """What stands in the list of survivors: the place by its text, as lines move."""
    name, _, begin, end, instead = mutant
    text = text_of(name)
    first, last = text.rfind("\n", 0, begin) + 1, text.find("\n", end)
    line = (text[first:begin] + "{" + text[begin:end].strip() + " -> " + instead.strip() + "}" + text[end:last]).strip()
    return f"{name}: {line}"


def main():
    split = sys.argv.index("--")
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--skip", type=int, default=0, help="leave out the first, also of those that are no programs")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--kind", action="append", choices=MAY_SURVIVE)
    parser.add_argument("--header", action="append")
    parser.add_argument("--only", action="append", metavar="HEADER:LINE")
    parser.add_argument("--all-tests", action="store_true", help="show survivors to every unit test")
    parser.add_argument("--list", action="store_true", help="only say which")
    options = parser.parse_args(sys.argv[1:split])
    compiler = [word for word in sys.argv[split + 1:] if word != f"-I{headers}"]  # a mutant has headers of its own

    every = [mutant for header in sorted((headers / "slotted").glob("*.hpp")) for mutant in mutants_of(header)]
    # Each by its own lot, so that one more in the headers draws no others.
    lots, copies = {}, {}
    for mutant in every:
        text = described(mutant)
        copies[text] = copies.get(text, 0) + 1
        lots[mutant] = hashlib.sha256(f"{options.seed} {copies[text]} {text}".encode()).digest()
    chosen = sorted(every, key=lots.get)
    if options.kind:
        chosen = [mutant for mutant in chosen if kind_of(mutant) in options.kind]
    if options.header:
        chosen = [mutant for mutant in chosen if mutant[0] in options.header]
    if options.only:
        chosen = [mutant for mutant in chosen if f"{mutant[0]}:{mutant[1]}" in options.only]
    chosen = chosen[options.skip:]
    known = set(re.findall(r"^(\w+: .*)$", survivors_file.read_text(), re.M)) if survivors_file.exists() else set()
    units = sorted((f"unit/{path.stem}" for path in (tests / "unit").glob("*.cpp")), key=size_of)

    def tests_of(name):
        threads = ["model/weak_threads"] if name.startswith("weak") else []  # takes minutes where others want its cores
        wanted = [f"unit/{name}", *including(name), *WIDE, *threads, *(units if options.all_tests else ())]
        return [*(test for test in dict.fromkeys(wanted) if size_of(test)), "compile_fail"]

    print(f"{len(every)} mutants in all; seed {options.seed}", flush=True)
    if options.list:
        for mutant in chosen:
            print(f"{mutant[0]}:{mutant[1]}: {described(mutant)}")
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    counts, unknown = {}, []
    kinds = {kind: [0, 0] for kind in MAY_SURVIVE}  # how many there are of it, and how many survive
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        bench = Bench(compiler, folder)
        if not bench.compiles(headers, "-fsyntax-only", bench.folder / "every.cpp"):
            sys.exit("the headers do not compile as they are")
        for test in ("unit/slot", "model/dict", "static/contract", "compile_fail"):  # one of each kind
            if verdict := bench.is_alive(headers, bench.folder, test):
                sys.exit(f"{test} {verdict}, with the headers as they are")
        seen = played = 0
        waiting = iter(chosen)
        running = {}
        while seen < options.count:
            while len(running) < (os.cpu_count() or 1) and seen + len(running) < options.count:
                mutant = next(waiting, None)
                if mutant is None:
                    break
                running[pool.submit(bench.play, mutant, tests_of)] = mutant
            if not running:
                break
            for done in concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED).done:
                mutant = running.pop(done)
                verdict, test = done.result()
                played += 1
                counts[verdict] = counts.get(verdict, 0) + 1
                if verdict in ("is no program", "is not seen"):
                    continue
                seen += 1
                text = described(mutant)
                kinds[kind_of(mutant)][0] += 1
                kinds[kind_of(mutant)][1] += verdict == "SURVIVES"
                if verdict == "SURVIVES":
                    if text in known:
                        verdict = "survives, as is known"
                    else:
                        unknown.append(text)
                print(f"{verdict:14} {test:26} {mutant[0]}:{mutant[1]}: {text.split(': ', 1)[1]}", flush=True)
    survived = counts.get("SURVIVES", 0)
    print(f"{seen} mutants, {seen - survived} killed, {survived} survive; "
          + ", ".join(f"{kind} {count - alive} of {count}" for kind, (count, alive) in kinds.items() if count) + "; "
          + ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
          + f"; to go on: --skip {options.skip + played}")
    if unknown:
        sys.exit("not killed, and not in the list: " + "; ".join(unknown))
    if not seen or survived > sum(MAY_SURVIVE[kind] * count for kind, (count, _) in kinds.items()):
        sys.exit("too many survive")


main()
