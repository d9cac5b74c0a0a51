"""Fails when the module does not export exactly the public names of the headers, or leaves out a header.

exported_names.py INCLUDE_FOLDER

A public name is one that a header declares in namespace slotted or slotted::literals, and not in detail or error.
"""
import pathlib
import re
import sys

NOT_EXPORTED = {
    "readonly_member": "with reflection only, and nobody writes it",
    "slot_member": "with reflection only, and nobody writes it",
}
DECLARATION = re.compile(r"""
    (?: (?:class|struct|enum\ class)\ (?:\[\[[^\]]*\]\]\ )? | concept\ | using\ ) (?P<type>\w+) \b
  | .*? (?P<operator> operator (?:""_\w+ | [^\s\w(]+) ) \(
  | .*?\ (?P<function>(?!decltype\b)\w+) \(
  | inline\ constexpr\ \S+\ (?P<variable>\w+) \b
""", re.X)
PART = re.compile(r"[ })#/]|$|template|requires|\w+\(.*->|error::[^(]*$")  # what declares nothing by itself


def declared_names(header, errors):
    names, namespaces = set(), []
    for number, line in enumerate(header.read_text().splitlines(), 1):
        if match := re.match(r"namespace ([\w: ]+) \{$", line):
            namespaces.append(match[1])
        elif line.startswith("}  // namespace"):
            namespaces.pop()
        elif namespaces and not PART.match(line) and not re.search(r"\b(detail|error)\b", " ".join(namespaces)):
            if match := DECLARATION.match(line):
                names.add(match[match.lastgroup])
            else:
                errors.append(f"{header.name}:{number}: what does this declare? {line}")
    return names


def main():
    folder = pathlib.Path(sys.argv[1])
    headers = sorted(folder.glob("*.hpp"))
    module = (folder / "slotted.cppm").read_text()
    errors = []

    declared = {name: header.name for header in headers for name in declared_names(header, errors)}
    exported = {re.sub(r"^literals::", "", name) for name in re.findall(r"^using slotted::(.+);$", module, re.M)}
    for name in sorted(declared.keys() - exported - NOT_EXPORTED.keys()):
        errors.append(f"{name} of {declared[name]} is public, and the module does not export it")
    for name in sorted(exported - declared.keys()):
        errors.append(f"the module exports {name}, which no header declares")
    for name in sorted(NOT_EXPORTED.keys() - declared.keys() | NOT_EXPORTED.keys() & exported):
        errors.append(f"{name} is no exception any more")

    reached = {below for header in headers for below in re.findall(r"#include <slotted/(\S+)>", header.read_text())}
    included = set(re.findall(r"#include <slotted/(\S+)>", module)) | {"debugger.hpp"}  # which declares nothing
    for name in sorted({header.name for header in headers} - reached ^ included):
        errors.append(f"{name}: the module includes the headers that no header includes, and these alone")

    print(f"{len(declared)} public names, {len(exported)} exported")
    print(*errors, sep="\n", end="\n" if errors else "")
    return bool(errors)


if __name__ == "__main__":
    sys.exit(main())
