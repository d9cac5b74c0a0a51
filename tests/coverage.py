"""Compares what no test reached of the headers with what is allowed to be so.

coverage.py lines REPORT                        of gcovr --json
coverage.py branches LLVM_COV PROFILE BUILD     of the programs in BUILD, compiled by clang with -fcoverage-mapping

Lines are counted by g++, branches (each condition true, and false) by clang, which counts conditions of the source: one
that is true in one instantiation of a template and false in another has been both. A condition that was never asked is
none: it is constant, or behind one that is listed, or in a line that is listed.

Allowed is what coverage_exceptions.txt lists, as often as it is there: `header: text of the line`,
`header: never true: condition`, `header: never false: condition`; or `seldom true`, `seldom false`, where it depends on
which thread is faster. It fails for what is not reached and not listed, and for what is listed and reached, or not there
any more.
"""
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
headers = root / "include/slotted"
exceptions_file = pathlib.Path(__file__).with_name("coverage_exceptions.txt")
of_branch = re.compile(r"\w+: (?:never|seldom) (?:true|false): ")


def lines(report):
    """(how many there are, {text: the places of it that no test reached})"""
    counted, missed = 0, collections.defaultdict(list)
    for file in json.loads(pathlib.Path(report).read_text())["files"]:
        text = (root / file["file"]).read_text().split("\n")
        for line in file["lines"]:
            if line.get("gcovr/noncode"):
                continue
            counted += 1
            number = line["line_number"]
            places = missed[f"{pathlib.Path(file['file']).stem}: {text[number - 1].strip()}"]
            if line["count"] == 0:
                places.append(f"{file['file']}:{number}")
    return counted, missed


def branches(llvm_cov, profile, build):
    """The same of branches. A program at a time: together, llvm-cov drops functions that differ between programs."""
    def export(program):
        command = [llvm_cov, "export", "--skip-functions", "--instr-profile", profile, program]
        return json.loads(subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout)

    programs = sorted(path for path in pathlib.Path(build).rglob("*") if path.is_file() and is_instrumented(path))
    taken = collections.defaultdict(lambda: [0, 0])  # (file, begin, end): how often true, false
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for report in pool.map(export, programs):
            for file in report["data"][0]["files"]:
                path = pathlib.Path(file["filename"]).resolve()
                if path.parent != headers:
                    continue
                for from_line, from_column, to_line, to_column, when_true, when_false, *_ in file["branches"]:
                    times = taken[path, (from_line, from_column), (to_line, to_column)]
                    times[0] += when_true
                    times[1] += when_false
    counted, missed = 0, collections.defaultdict(list)
    for (file, begin, end), times in sorted(taken.items()):
        if not any(times):
            continue
        counted += 2
        condition = text_between(file, begin, end)
        for side, count in zip(("true", "false"), times):
            places = missed[f"{file.stem}: never {side}: {condition}"]
            if count == 0:
                places.append(f"{file.name}:{begin[0]}")
    return counted, missed


def is_instrumented(path):
    """Whether it is a program that clang's counters are in."""
    if not os.access(path, os.X_OK):
        return False
    content = path.read_bytes()
    return content.startswith(b"\x7fELF") and b"__llvm_covmap" in content


def text_between(file, begin, end):
    text = file.read_text().split("\n")[begin[0] - 1:end[0]]
    text[-1] = text[-1][:end[1] - 1]
    text[0] = text[0][begin[1] - 1:]
    return " ".join(" ".join(text).split())


what, *arguments = sys.argv[1:]
counted, missed = {"lines": lines, "branches": branches}[what](*arguments)
listed = re.findall(r"^(\w+: .*)$", exceptions_file.read_text(), re.M)
listed = [text for text in listed if bool(of_branch.match(text)) == (what == "branches")]
allowed = collections.Counter(text for text in listed if ": seldom " not in text)
seldom = collections.Counter(text.replace(": seldom ", ": never ", 1) for text in listed if ": seldom " in text)

unlisted = 0
for text, places in missed.items():
    if len(places) > allowed[text] + seldom[text]:
        unlisted += len(places) - allowed[text] - seldom[text]
        print(f"not reached: {' or '.join(places)}: {text.split(': ', 1)[1]}")
stale = [text for text, times in allowed.items() if times > len(missed.get(text, ()))]
stale += [text.replace(": never ", ": seldom ", 1) for text in seldom if text not in missed]
for text in stale:
    print(f"{exceptions_file.name}: is reached, or is not there: {text}")
total = sum(map(len, missed.values()))
print(f"{counted} {what} of include/: {counted - total} reached, {total - unlisted} not, with a reason, {unlisted} without")
sys.exit(bool(unlisted or stale or not counted))
