"""Compares the lines of the headers that no test reached with those that are allowed to be so.

coverage.py REPORT    (of gcovr --json)

Allowed are the lines of coverage_exceptions.txt, each as `header: text of the line`, as often as it is there. It fails for
a line that is not reached and not listed, and for one that is listed and reached, or not there any more.
"""
import collections
import json
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
exceptions_file = pathlib.Path(__file__).with_name("coverage_exceptions.txt")

counted = 0
missed = collections.defaultdict(list)  # the places of a text
for file in json.loads(pathlib.Path(sys.argv[1]).read_text())["files"]:
    text = (root / file["file"]).read_text().split("\n")
    for line in file["lines"]:
        if line.get("gcovr/noncode"):
            continue
        counted += 1
        if line["count"] == 0:
            number = line["line_number"]
            missed[f"{pathlib.Path(file['file']).stem}: {text[number - 1].strip()}"].append(f"{file['file']}:{number}")
allowed = collections.Counter(re.findall(r"^(\w+: .*)$", exceptions_file.read_text(), re.M))

unlisted = 0
for text, places in missed.items():
    if len(places) > allowed[text]:
        unlisted += len(places) - allowed[text]
        print(f"not reached: {' or '.join(places)}: {text.split(': ', 1)[1]}")
stale = [text for text, times in allowed.items() if times > len(missed.get(text, ()))]
for text in stale:
    print(f"{exceptions_file.name}: is reached, or is not there: {text}")
total = sum(map(len, missed.values()))
print(f"{counted} lines of include/: {counted - total} reached, {total - unlisted} not, with a reason, {unlisted} without")
sys.exit(bool(unlisted or stale or not counted))
