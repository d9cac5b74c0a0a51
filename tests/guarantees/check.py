"""Plays the table of operations, and fails where one keeps another guarantee than it states.

    check.py PROGRAM [--write]     --write writes .docs/guarantees.md

PROGRAM is slotted_guarantees, which says what is wrong on stderr. The page is compared with what it says, and every public
name of .docs/README.md must have a row, or be among those that cannot fail.
"""
import pathlib
import re
import subprocess
import sys

# Public names that do nothing when the program runs.
DECLARE = """slots slot_list slot field items weakref_slot unsynchronized_weakref_slot dict_slot fields_of doc defaults_to readonly
    alias hidden extends overrides declared_order make_class extended with without equality ordering hashing printing
    replacing restoring bindings name""".split()
CONSTANTS = """layout_compatible slot_count slot_names own_slot_names has_dict has_weakref class_name type_name members member
    value_kind layout_of class_layout is_exact""".split()

PAGE = """# Guarantees

What each operation leaves behind when something in it fails: when memory runs out, when a value throws that is copied,
moved, assigned, converted, compared, hashed, or when the library itself has to say no. A program of the tests makes
every single one of those fail, once and from there on, and this page is what it saw: [tests/guarantees](../tests/guarantees).

- **never fails**: it is `noexcept`.
- **does not fail**: nothing in it can, though it is not `noexcept`.
- **strong**: it is done, or nothing has changed.
- **basic**: what the operation was for may have changed, as its line says.

Whatever fails, nothing leaks, every object is in order, and can be used, assigned to and destroyed. Destructors do not fail
and allocate nothing.

Some things are the same for all. What is given as an rvalue may have been moved from. A slot that is set is assigned to, so
that the guarantee of its type's own assignment counts for it: the values of the test change nothing when they throw. Where
there is no memory for the words of an error, std::bad_alloc comes in its place.

Moves of most types do not throw. Where a slot's type has moves that may, the word behind the stroke counts.
"""

TAIL = """
## What cannot fail

These stand in declarations, and do nothing when the program runs: {}.

These are constants: {}.
"""

top = pathlib.Path(__file__).resolve().parents[2]
page = top / ".docs/guarantees.md"


def listed(names):
    return ", ".join(f"`{name}`" for name in names)


def public_names():
    return re.findall(r"`([^`]+)`", (top / ".docs/README.md").read_text().split("## Names")[1])


def main():
    done = subprocess.run([sys.argv[1], "--rows"], stdout=subprocess.PIPE, encoding="utf-8")
    errors = ["The program has seen another guarantee."] if done.returncode else []
    text, named = PAGE, set()
    for kind, *parts in (line.split("\t") for line in done.stdout.splitlines()):
        if kind == "section":
            text += f"\n## {parts[0]}\n\n| operation | what can fail | guarantee | note |\n| --- | --- | --- | --- |\n"
        else:
            names, operation, causes, usual, where_moves_throw, note = parts
            named.update(names.split())
            if "basic" in (usual, where_moves_throw) and not note:
                errors.append(f"{operation}: what may have changed?")
            guarantee = usual if usual == where_moves_throw else f"{usual} / {where_moves_throw}"
            text += f"| {operation} | {causes or '–'} | {guarantee} | {note} |\n"
    text += TAIL.format(listed(DECLARE), listed(CONSTANTS))

    public = set(public_names())
    for name in sorted(public - named - set(DECLARE) - set(CONSTANTS)):
        errors.append(f"'{name}' is a public name of .docs/README.md and has no row in tests/guarantees")
    for name in sorted(named & set(DECLARE + CONSTANTS)):
        errors.append(f"'{name}' has a row, and is said to do nothing")
    for name in sorted((named | set(DECLARE) | set(CONSTANTS)) - public):
        errors.append(f"'{name}' has a row in tests/guarantees, or is listed there, and is no public name of .docs/README.md")
    if "--write" in sys.argv[2:]:
        page.write_text(text)
    elif not page.exists() or page.read_text() != text:
        errors.append(".docs/guarantees.md is not what the program saw: tests/guarantees/check.py PROGRAM --write")
    print(*errors, sep="\n", end="\n" if errors else "")
    return bool(errors)


sys.exit(main())
