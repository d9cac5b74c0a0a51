"""Fails when README.md and what it speaks of have drifted apart.

Its blocks of C++ are examples, word for word; its two commands are workflows of CMakePresets.json.
"""
import json
import pathlib
import re
import sys

top = pathlib.Path(__file__).resolve().parent.parent
errors = []

readme = (top / "README.md").read_text()
blocks = re.findall(r"^```cpp\n(.*?)^```", readme, re.M | re.S)
names = ("01_first_class.cpp", "01_existing_struct.cpp", "01_dynamic_attributes.cpp",
         "01_weak_references.cpp")
if blocks != [(top / "examples" / name).read_text() for name in names]:
    errors.append(f"README.md: the blocks of C++ are not the examples {', '.join(names)}, word for word")
workflows = {preset["name"] for preset in json.loads((top / "CMakePresets.json").read_text())["workflowPresets"]}
for job in ("run", "test"):
    if f"sh .ci/setup {job} && cmake --workflow --preset {job}" not in readme or job not in workflows:
        errors.append(f"README.md: the command of the workflow '{job}' is missing")

print(*errors, sep="\n", end="\n" if errors else "")
sys.exit(bool(errors))
