"""Fails when a header of the library leaves a macro behind whose name does not begin with SLOTTED_.

macros_left_behind.py HEADER -- COMPILER FLAGS...
"""
import re
import subprocess
import sys

header, _, *compiler = sys.argv[1:]
text = subprocess.run([*compiler, "-E", "-dD", "-x", "c++", header], check=True, capture_output=True, text=True).stdout

ours = False  # is the text at hand from a header of the library?
alive, count = {}, 0
for line in text.splitlines():
    if match := re.match(r'# \d+ "(.*?)"', line):
        ours = "/slotted/" in match[1]
    elif match := re.match(r"#define (\w+)", line):
        count += ours
        alive[match[1]] = ours
    elif match := re.match(r"#undef (\w+)", line):
        alive.pop(match[1], None)

left = sorted(name for name, is_ours in alive.items() if is_ours)
bad = [name for name in left if not name.startswith("SLOTTED_")]
print("macros of the library:", *left)
if bad:
    sys.exit("these do not begin with SLOTTED_: " + " ".join(bad))
if not left:
    sys.exit("not even the version: this test looks at the wrong thing")
