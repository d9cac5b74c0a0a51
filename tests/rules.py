"""Fails when the ledger of rules and the tests that it names have drifted apart.

RULES.md names every file of compile_fail/, and no other; each is called after a header. Every mistake in diagnose.hpp stands
in an EXPECT line of one of them. Every row of the second table names files of tests/ that hold "row N", or gives a reason.
"""
import pathlib
import re
import sys

ROWS = 203  # of the second table: none may get lost

tests = pathlib.Path(__file__).resolve().parent
ledger = (tests / "RULES.md").read_text()
cases = {path.stem: path.read_text() for path in sorted((tests / "compile_fail").glob("*.cpp"))}
errors = []

# The files.
named = set(re.findall(r"compile_fail/(\w+)", ledger))
errors += [f"compile_fail/{name}.cpp is not named in RULES.md" for name in sorted(cases.keys() - named)]
errors += [f"RULES.md names compile_fail/{name}.cpp, which is not there" for name in sorted(named - cases.keys())]

headers = {path.stem for path in (tests.parent / "include/slotted").glob("*.hpp")}
for name in cases:
    if not any(name.startswith(f"{header}_") for header in headers):
        errors.append(f"compile_fail/{name}.cpp is not named after a header")

# The mistakes. did_you_mean, known_slots and no_suggestion are parts of one.
diagnose = (tests.parent / "include/slotted/diagnose.hpp").read_text()
mistakes = set(re.findall(r"^struct (\w+);", diagnose, re.M))
expected = "\n".join(line for text in cases.values() for line in text.splitlines() if line.startswith("// EXPECT"))
for mistake in sorted(mistakes):
    if not re.search(rf"\b{mistake}\b", expected):
        errors.append(f"no file of compile_fail/ expects {mistake} of diagnose.hpp")
    if not re.search(rf"\b{mistake}\b", ledger):
        errors.append(f"RULES.md does not name {mistake} of diagnose.hpp")

# The rows: | number | behaviour | verdict | where or why not |
rows = {}
for line in ledger.splitlines():
    if match := re.match(r"\| (\d+) \|(.*)\|([^|]*)\|$", line):
        rows[int(match[1])] = match[3].strip()
if len(rows) != ROWS:
    errors.append(f"RULES.md has {len(rows)} rows of behaviours instead of {ROWS}")
for number, answer in rows.items():
    files = re.findall(r"\b((?:compile_fail|unit|static|conformance|model|surroundings)/\w+)", answer)
    if not answer or (not files and not answer.startswith("– ")):
        errors.append(f"RULES.md, row {number}: neither a test nor a reason ('– ...')")
    for file in files:
        path = tests / f"{file}.cpp"
        if not path.exists():
            errors.append(f"RULES.md, row {number}: there is no {file}.cpp")
        elif not re.search(rf"\brow {number}\b", path.read_text()):
            errors.append(f"RULES.md, row {number}: {file}.cpp does not hold 'row {number}'")

print(*errors, sep="\n", end="\n" if errors else "")
print(f"{len(cases)} files that must not compile, {len(mistakes)} mistakes, {len(rows)} rows")
sys.exit(bool(errors))
