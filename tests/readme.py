"""Fails when README.md and what it speaks of have drifted apart.

Its first C++ block is examples/01_first_class.cpp; its two commands are workflows of CMakePresets.json.
"""
import json
import pathlib
import re
import sys

top = pathlib.Path(__file__).resolve().parent.parent
errors = []

readme = (top / "README.md").read_text()
code = re.search(r"^```cpp\n(.*?)^```", readme, re.M | re.S)
if not code or code[1] != (top / "examples/01_first_class.cpp").read_text():
    errors.append("README.md: the first block of C++ is not examples/01_first_class.cpp, word for word")
workflows = {preset["name"] for preset in json.loads((top / "CMakePresets.json").read_text())["workflowPresets"]}
for job in ("run", "test"):
    if f"sh .ci/setup {job} && cmake --workflow --preset {job}" not in readme or job not in workflows:
        errors.append(f"README.md: the command of the workflow '{job}' is missing")

print(*errors, sep="\n", end="\n" if errors else "")
sys.exit(bool(errors))
