"""Fails when the one file is not, behind the preprocessor, the same text as the headers, in the same order.

same_text.py SINGLE_HEADER INCLUDE_FOLDER -- COMPILER FLAGS...
"""
import difflib
import pathlib
import re
import subprocess
import sys
import tempfile

single, folder, _, *compiler = sys.argv[1:]
single, folder = pathlib.Path(single).resolve(), pathlib.Path(folder).resolve()


def library_text(code, is_ours):
    """What the unit has from the library: its lines without comments and space."""
    with tempfile.TemporaryDirectory() as work:
        unit = pathlib.Path(work, "unit.cpp")
        unit.write_text(code)
        text = subprocess.run([*compiler, f"-I{folder}", "-E", unit], check=True, capture_output=True, text=True).stdout
    lines, ours = [], False
    for line in text.splitlines():
        if match := re.match(r'# \d+ "(.*?)"', line):
            ours = is_ours(match[1])
        elif ours and (line := " ".join(line.split())) and not line.startswith("#pragma"):  # clang keeps some of them
            lines.append(line)
    return lines


headers = sorted(path.name for path in (folder / "slotted").glob("*.hpp"))
reached = {below for name in headers for below in re.findall(r"#include <slotted/(\S+)>", (folder / "slotted" / name).read_text())}
beside = [name for name in headers if name not in reached | {"slotted.hpp", "debugger.hpp"}]  # whose scripts lie beside it

for lean, included in ((True, ["slotted.hpp"]), (False, ["slotted.hpp", *beside])):
    split = library_text("".join(f"#include <slotted/{name}>\n" for name in included), lambda path: "/slotted/" in path)
    one = library_text(f'{"#define SLOTTED_LEAN" if lean else ""}\n#include "{single}"\n', lambda path: path == str(single))
    print(f"{len(split)} lines in {len(included)} headers, {len(one)} in the one file")
    if split != one:
        print(*list(difflib.unified_diff(split, one, "headers", "one file", lineterm=""))[:40], sep="\n")
        sys.exit("not the same text")
    if len(one) < 1000:
        sys.exit("not even the code of the library: this test looks at the wrong thing")
