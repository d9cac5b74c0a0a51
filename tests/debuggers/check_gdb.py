"""Drives GDB through the program of objects.cpp and compares what it prints with expected.py.

check_gdb.py PROGRAM SOURCE_DIR     SOURCE_DIR: the repository. Returns 77 where there is no GDB with Python.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import expected

program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
debuggers = source / "include/slotted/debuggers"
gdb = shutil.which("gdb")
failures = []


def run(options, commands, timeout=300):
    """What GDB says to each command, stopped in `main`."""
    script = ["set width 0", "set confirm off", "set debuginfod enabled off", "break stop", "run", "up"]
    for command in commands:
        script += ["echo \\n@@@@\\n", command]
    with tempfile.NamedTemporaryFile("w", suffix=".gdb") as file:
        file.write("\n".join([*script, "echo \\n@@@@\\n", "kill"]) + "\n")
        file.flush()
        done = subprocess.run([gdb, "-nx", "-q", "-batch", *options, "-x", file.name, str(program)], text=True, timeout=timeout,
                              encoding="utf-8", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env={**os.environ, "LC_ALL": "C.UTF-8"})
    answers = [part.strip() for part in done.stdout.split("\n@@@@\n")]
    if len(answers) != len(commands) + 2:
        sys.exit(f"GDB stopped early:\n{done.stdout[-3000:]}")
    return answers[0], answers[1:-1]


def check(what, ok, seen):
    if not ok:
        failures.append(what)
        print(f"FAILED: {what}\n  {seen}")


def value(answer):
    """Without `$1 = ` and the address of a reference."""
    return re.sub(r"^\$\d+ = (\(.*?&\) @0x[0-9a-f]+: )?", "", answer)


if not program.is_file():
    sys.exit(f"{program} is not there")
if gdb is None or subprocess.run([gdb, "-nx", "-q", "-batch", "-ex", "python print(1)"], capture_output=True, text=True).stdout != "1\n":
    print("There is no GDB with Python here (Debian: gdb)")
    sys.exit(77)
probe = subprocess.run([gdb, "-nx", "-q", "-batch", "-ex", "run", str(program)], capture_output=True, text=True)
if "ptrace" in probe.stderr or "exited normally" not in probe.stdout:
    print("GDB cannot run programs here:", probe.stderr.strip()[-300:])
    sys.exit(77)

# By the section in the program, which GDB trusts: everything.
names = list(expected.objects)
targets = expected.same_address
commands = [*(f"print {name}" for name in names), *targets.values(), "print/r point", "info pretty-printer", "info sharedlibrary",
            "python for child in gdb.default_visualizer(gdb.parse_and_eval('named')).children(): print(child[0])"]
commands = [f"print {command}" if command in targets.values() else command for command in commands]
_, answers = run(["-iex", f"add-auto-load-safe-path {program.parent}"], commands)
answer_to = dict(zip(commands, answers))
for name in names:
    answer, wanted = answer_to[f"print {name}"], expected.objects[name]
    pattern = expected.pattern(wanted, "libc++" not in answer_to["info sharedlibrary"])
    check(f"{name} is {wanted}", pattern.match(value(answer)), answer)
print(f"{len(names)} objects, {len(failures)} of them wrong")
for name, address in targets.items():
    seen = [re.findall("0x[0-9a-f]+", answer_to[f"print {each}"]) for each in (name, address)]
    check(f"{name} leads to {address}", seen[0] and seen[0][-1:] == seen[1][:1], seen)
raw, listed, children = (answer_to[command] for command in ("print/r point", "info pretty-printer", commands[-1]))
check("print/r goes without the printers", "slotted_value" in raw, raw)
check("the printers are listed", all(name in listed for name in ("slotted", "weak_ref")), listed)
check("children come by name, as an IDE asks for them", children.split() == ["flag", "größe", "tint", "count"], children)

# The other ways to load the printers; a program that is not trusted does not load them.
wanted = "Point = {x = 1, y = 2, label = <unset>}"
by_hand = run(["-iex", "set auto-load python-scripts off", "-ex", f"source {debuggers}/slotted_gdb.py"], ["print point"])[1][0]
check("`source slotted_gdb.py` loads the printers", value(by_hand) == wanted, by_hand)
untrusted, (answer,) = run(["-iex", "set auto-load safe-path /nowhere"], ["print point"])
check("GDB says that it does not trust the program", "safe-path" in untrusted and "slotted_value" in answer, untrusted)
found = re.search(r"gdb-datadir=(\S+)", subprocess.run([gdb, "--configuration"], capture_output=True, text=True).stdout)
if found and pathlib.Path(found.group(1), "python/gdb/printer").is_dir():
    with tempfile.TemporaryDirectory() as prefix:
        data = pathlib.Path(prefix, "share/gdb")
        shutil.copytree(found.group(1), data, ignore=shutil.ignore_patterns("auto-load", "__pycache__"))
        shutil.copytree(debuggers, pathlib.Path(prefix, "include/slotted/debuggers"))
        shutil.copy(debuggers / "slotted_gdb_loader.py", data / "python/gdb/printer/slotted.py")
        installed = run(["-iex", "set auto-load python-scripts off", f"--data-directory={data}"], ["print point"])[1][0]
        check("GDB finds the printers that are installed under its prefix", value(installed) == wanted, installed)
sys.exit(bool(failures))
