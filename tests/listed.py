"""Fails when a file of a folder is not in the list that CMake was given, or the other way round.

listed.py FOLDER EXTENSION NAME...    (a name with or without the extension)
"""
import pathlib
import sys

folder, extension, *names = sys.argv[1:]
listed = {name.removesuffix(extension) for name in names}
found = {path.relative_to(folder).as_posix().removesuffix(extension) for path in pathlib.Path(folder).rglob("*" + extension)}
for name in sorted(found - listed):
    print(f"{folder}/{name}{extension} is there, but no CMakeLists.txt lists it: it is not tested or installed")
for name in sorted(listed - found):
    print(f"{folder}/{name}{extension} is listed, but not there")
print(f"{len(found)} files in {folder}, {len(listed)} listed")
sys.exit(found != listed)
