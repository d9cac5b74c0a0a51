"""Drives LLDB through the program of objects.cpp and compares what it shows with expected.py.

check_lldb.py PROGRAM SOURCE_DIR    SOURCE_DIR: the repository. Returns 77 where there is no LLDB with Python.

LLDB reads this file, too: for the command `slotted_show`, which writes a value with its children as GDB does.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import expected  # noqa: E402


def shown(value):
    """As GDB writes it."""
    head = value.GetSummary() or value.GetValue() or ""
    if value.GetType().GetCanonicalType().IsReferenceType():
        head = value.GetSummary() or ""
    if not value.MightHaveChildren() or value.GetType().IsPointerType() or (head and not value.IsSynthetic()):
        return re.sub('^"(<.*>|nullptr)"$', r"\1", head)
    children = [value.GetChildAtIndex(i) for i in range(value.GetNumChildren())]
    indexed = all(child.GetName() and child.GetName().startswith("[") for child in children)
    parts = ", ".join(shown(child) if indexed else f"{child.GetName()} = {shown(child)}" for child in children)
    if not head and value.IsSynthetic():
        head = re.sub(r"^const |[ &]+$|<.*>", "", value.GetTypeName()).split("::")[-1]
        head = "Made" if head == "make_class" else head
    return f"{head} = {{{parts}}}" if head and children else head or f"{{{parts}}}"


def slotted_show(debugger, command, result, _):
    frame = debugger.GetSelectedTarget().GetProcess().GetSelectedThread().GetSelectedFrame()
    for expression in command.split(";"):
        value = frame.GetValueForVariablePath(expression) if not expression.startswith("&") else \
            frame.FindVariable(expression[1:]).AddressOf()
        value.SetPreferSyntheticValue(True)
        result.write(f"@@@@{expression}\n{shown(value)}\n")
    result.write("@@@@\n")


def lldb_here():
    for name in ("lldb", *(f"lldb-{version}" for version in range(30, 15, -1))):
        path = shutil.which(name)
        if path and subprocess.run([path, "--no-lldbinit", "-b", "-o", "script print(6 * 7)"], capture_output=True,
                                   text=True).stdout.endswith("42\n"):
            return path
    print("There is no LLDB 16 or later with Python here (Debian: lldb-19 python3-lldb-19)")
    sys.exit(77)


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    names = [*expected.objects, *(f"&{each}"[1:] for each in expected.same_address.values())]
    command = [lldb_here(), "--no-lldbinit", "-b"]
    for each in (f"command script import {source}/include/slotted/debuggers/slotted_lldb.py", f"command script import {__file__}",
                 "command script add -f check_lldb.slotted_show slotted_show", "breakpoint set -n stop", "run", "up",
                 "slotted_show " + ";".join(names), "kill"):
        command += ["-o", each]
    done = subprocess.run([*command, str(program)], text=True, timeout=300, encoding="utf-8", stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if re.search("ptrace|personality|not permitted", done.stdout):
        print("LLDB cannot run programs here:", done.stdout[-300:])
        sys.exit(77)
    answers = dict(part.split("\n", 1) for part in done.stdout.split("@@@@")[1:-1])
    if len(answers) != len(names):
        sys.exit(f"LLDB stopped early:\n{done.stdout[-3000:]}")
    failures = 0
    for name, wanted in expected.objects.items():
        wanted = re.sub(r"\d+ ('.')", r"\1", wanted).replace("shapes::colour::", "")  # LLDB's way of writing them
        if not expected.pattern(wanted, True).match(answers[name].strip()):
            failures += 1
            print(f"FAILED: {name} is {wanted}\n  {answers[name]}")
    for name, address in expected.same_address.items():
        seen = [re.findall("0x[0-9a-f]+", answers[each]) for each in (name, address)]
        if not seen[0] or seen[0][-1:] != seen[1][:1]:
            failures += 1
            print(f"FAILED: {name} leads to {address}\n  {seen}")
    print(f"{len(names)} objects, {failures} of them wrong")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
