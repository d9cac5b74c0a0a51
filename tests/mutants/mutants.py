"""Breaks each invariant of a part of the library on purpose, and fails when a test does not see it.

mutants.py PART [--only NAME] -- COMPILER FLAGS...

A mutant is a replacement in one header, or in a test program that a user could have written so. The test that should
kill it is built with a copy of the headers; not to compile is a death, too, and not to end another. A mutant that no
longer applies is a failure: say in the part's table what the file says now.
"""
import argparse
import concurrent.futures
import importlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

tests = pathlib.Path(__file__).resolve().parent.parent
headers = tests.parent / "include"

BUILDS = {
    "asan": ["-O0", "-fsanitize=address", "-g0"],
    "tsan": ["-O1", "-fsanitize=thread", "-g0"],
    "plain": ["-O1"],
}
PATIENCE = 120  # seconds for a test that does not end


def build_and_run(compiler, include, killer, work, changed=None):
    """Whether the test is content: 'compiles not', 'fails' or 'passes'. `changed` stands for its file."""
    file, build, flags, arguments = killer
    program = work / "program"
    built = subprocess.run([*compiler, *BUILDS[build], *flags, "-pthread", f"-I{include}", f"-I{tests}",
                            f"-I{(tests / file).parent}", changed or tests / file, "-o", program],
                           capture_output=True, text=True)
    if built.returncode != 0:
        return "compiles not", built.stderr
    environment = dict(os.environ, TSAN_OPTIONS="halt_on_error=1")
    # A program may have children of its own, which must end, too.
    run = subprocess.run(["timeout", "--kill-after=1", str(PATIENCE), program, *arguments], capture_output=True, text=True,
                         errors="replace", env=environment)
    return ("passes" if run.returncode == 0 else "fails"), run.stdout + run.stderr


def play(mutant, killers, compiler, folder):
    """The verdict on one mutant, in capitals where nobody saw it."""
    _, file, there, instead, killer = mutant
    work = pathlib.Path(tempfile.mkdtemp(dir=folder))
    shutil.copytree(headers, work / "include")
    changed = work / "changed.cpp" if "/" in file else None
    path = changed or work / "include" / "slotted" / f"{file}.hpp"
    text = (tests / file if changed else path).read_text()
    if there not in text:
        return "DOES NOT APPLY"
    path.write_text(text.replace(there, instead, 1))
    verdict, _ = build_and_run(compiler, work / "include", killers[killer], work, changed)
    shutil.rmtree(work)
    return "SURVIVES" if verdict == "passes" else verdict


def main():
    split = sys.argv.index("--")
    parser = argparse.ArgumentParser()
    parser.add_argument("part", help="the table to play: dict for dict_table.py")
    parser.add_argument("--only", action="append", help="those whose names hold this text, or one of these")
    options = parser.parse_args(sys.argv[1:split])
    table = importlib.import_module(options.part + "_table")
    compiler = [word for word in sys.argv[split + 1:] if word != f"-I{headers}"]  # a mutant has headers of its own
    chosen = [mutant for mutant in table.MUTANTS if not options.only or any(text in mutant[0] for text in options.only)]
    bad = []
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for killer in sorted({mutant[4] for mutant in chosen}):
            verdict, said = build_and_run(compiler, headers, table.KILLERS[killer], pathlib.Path(folder))
            if table.KILLERS[killer][1] == "tsan" and verdict == "compiles not":
                print(f"{'left out':14} {killer:8} this compiler has no ThreadSanitizer", flush=True)
                chosen = [mutant for mutant in chosen if mutant[4] != killer]
                continue
            print(f"{verdict:14} {killer:8} with nothing broken", flush=True)
            if verdict != "passes":
                sys.exit(f"without a mutant {killer} must pass:\n{said[-3000:]}")
        verdicts = pool.map(lambda mutant: play(mutant, table.KILLERS, compiler, folder), chosen)
        for (name, file, _, _, killer), verdict in zip(chosen, verdicts):
            print(f"{verdict:14} {killer:8} {file if '/' in file else file + '.hpp'}: {name}", flush=True)
            if verdict.isupper():
                bad.append(name)
    print(f"{len(chosen)} mutants, {len(chosen) - len(bad)} killed")
    sys.exit("not killed: " + "; ".join(bad) if bad or not chosen else 0)


main()
