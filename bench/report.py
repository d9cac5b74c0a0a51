"""Measures everything, side by side, and writes it down: bench/results/<compiler>.md and its pictures.

    report.py BUILD [--again] [--readme [FOLDER]] [--results FOLDER] [--measured FOLDER] [--minutes M] [--smoke]

BUILD is the build folder (or its folder bench), in which the programs are. All of it takes M minutes (9.8) at most on two
cores: what is left after the last program goes to those that were disturbed most, once more. What has not been measured
by then, or fails, is left out, and the report says so.

    --again     write again what the last run in BUILD measured
    --readme    put the figures between the marks of README.md and of the guides, too; FOLDER is where they are
    --results   where to write, instead of bench/results
    --measured  where the programs leave what they measure, instead of BUILD/bench/measured
    --smoke     whether all works: the numbers mean nothing
"""
import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time
import tomllib

BENCH = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(BENCH / "support"))
import pictures  # noqa: E402
import rows as measured  # noqa: E402
import tables  # noqa: E402

# In the order of the report: the program, its question, seconds for each repetition of each rival.
PROGRAMS = (
    ("bytes", "How many bytes does an object take?", 0.04),
    ("make_and_destroy", "How fast is an object made and destroyed?", 0.04),
    ("fixed_names", "How fast is a member whose name stands in the source?", 0.04),
    ("runtime_names", "How fast is a member whose name comes at run time?", 0.025),
    ("visit_all", "How fast is it to go over all members?", 0.04),
    ("dynamic_attributes", "What do dynamic attributes cost?", 0.02),
    ("weak_references", "What do weak references cost, in a process that has started a thread?", 0.03),
    ("weak_references_single_threaded", "What do weak references cost, in a process that never has?", 0.03),
    ("variable_length", "What does an object of variable length cost?", 0.03),
    ("million_objects", "One million objects, in order and any of them", 0.04),
    ("growth", "From a thousand objects to ten million, from one slot to 256", 0.03),
    ("break_even", "When does a dict take fewer bytes than slots?", 0.04),
)
COMPILE_TIME = ("compile_time", "What does it cost the compiler?")

# What is freed stays with the process: else some rivals time the system's handing out of pages, now and then.
KEEP_HEAP = {"GLIBC_TUNABLES": "glibc.malloc.trim_threshold=17179869184:glibc.malloc.mmap_max=0"}


def command(build, program, seconds, result, smoke):
    name, _, _ = program.partition("_single_threaded")
    own = ["--single-threaded"] if name != program else []
    return [build / f"bench_{name}", *own, *(["--smoke"] if smoke else ["--seconds", str(seconds)]), "--json", result]


def compiler_of(build):
    """The compiler with which the programs in a build folder are made."""
    cache = next(folder / "CMakeCache.txt" for folder in (build, build.parent) if (folder / "CMakeCache.txt").exists())
    return re.search(r"^CMAKE_CXX_COMPILER:\w+=(.*)$", cache.read_text(), re.M)[1]


def measure(build, folder, minutes, smoke):
    """Runs everything, one after the other; returns what failed. A program that fails takes no other with it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    runs = [(program, command(build, program, seconds, folder / f"{program}.json", smoke))
            for program, _, seconds in PROGRAMS]
    how = ["--smoke"] if smoke else []
    runs.append(("cpython", [sys.executable, BENCH / "cpython.py", folder / "cpython.json", *how]))
    runs.append(("compile_time", [sys.executable, "-B", BENCH / "compile_time.py", folder / "compile_time.json", *how,
                                  compiler_of(build)]))
    load, begin, cut_off, failed, took = os.getloadavg()[0], time.monotonic(), [], [], {}

    def run(program, words, note=""):
        now = time.monotonic()
        print(f"{now - begin:4.0f} s  {program}{note}", flush=True)
        try:
            with open(folder / f"{program}.txt", "w") as screen:
                subprocess.run(words, stdout=screen, check=True, timeout=max(begin + 60 * minutes - now, 0.1),
                               env=os.environ | KEEP_HEAP)
            took[program] = time.monotonic() - now
        except (OSError, subprocess.SubprocessError) as error:
            return error

    for program, words in runs:
        error = run(program, words)
        if isinstance(error, subprocess.TimeoutExpired):
            cut_off.append(program)
        elif error:
            failed.append(program)
            print(error, file=sys.stderr)
    # What time is left is for those that something else on the machine disturbed most: the calmer run of two counts.
    twice = []
    disturbed = {program: disturbance(folder / f"{program}.json") for program in took}
    for program, words in sorted(runs, key=lambda one: -disturbed.get(one[0], 0)):
        if smoke or program not in took or begin + 60 * minutes - time.monotonic() < 1.3 * took[program] + 5:
            continue
        file, first = folder / f"{program}.json", folder / "first"
        file.replace(first)
        if run(program, words, f", again: the samples of a row are {disturbed[program]:.0%} apart"):
            first.replace(file)
            continue
        twice.append(program)
        if disturbance(file) >= disturbed[program]:
            first.replace(file)
    (folder / "run.txt").write_text(
        f"{time.monotonic() - begin:.0f}\n{load:.1f}\n{' '.join(cut_off)}\n{' '.join(failed)}\n{' '.join(twice)}\n")
    return failed


def disturbance(path):
    """How far apart the samples of a row are, least and most, in times of their median: the mean of all rows."""
    rows, _ = measured.load([whole_lines(path)] if path.exists() else [])
    apart = [(max(samples) - min(samples)) / statistics.median(samples)
             for row in rows for samples in row.samples.values() if min(samples) > 0]
    return statistics.mean(apart) if apart else float("inf")


def whole_lines(path):
    """A program that was stopped may have left half a line."""
    text = path.read_text()
    path.write_text(text[:text.rfind("\n") + 1])
    return path


def git(*words):
    return subprocess.run(["git", "-C", BENCH, *words], capture_output=True, text=True).stdout.strip()


def commit():
    changed = git("status", "--porcelain", "--", "../include", ".", ":!results")
    return (git("rev-parse", "--short=12", "HEAD") or "unknown") + (" with changes" if changed else "")


def page(found, about, name, drawn, run):
    lines = [
        f"{about['processor']}, {about['cores']} cores; {about['compiler']}, `{about['flags']}`; "
        f"{about.get('python', 'no CPython')}",
        f"commit {commit()}; " + (f"{run[0]} s in all; the machine's load when it began: {run[1]}" if run
                                  else "not measured in one run"),
        "not installed, so left out: " + (about["missing"] or "none of the rivals that are known here"),
    ]
    if run and run[2]:
        lines.append("stopped for lack of time, so not whole: " + run[2])
    if run and run[3]:
        lines.append("**failed**, so not whole: " + run[3])
    if run and run[4]:
        lines.append("run twice, of which the one counts whose samples lie nearer together: " + run[4])
    text = (f"# What slotted and its rivals take: {about['compiler']}\n\n"
            "Written by `bench/report.py`, whole; [`bench/README.md`](../README.md) says how it measures.\n\n"
            + "".join(f"* {line}\n" for line in lines)
            + "\nThe first rival of a table is in bytes or nanoseconds for one object or one access, the others are in times "
            "of the first; what a compiler takes is told as it is. Each number is the median of the repetitions; in brackets the least and the most of them.\n"
            "`std`, `absl` and `boost` are hash maps from `std::string` to `any` or `variant`, `~` with transparent look-up, "
            "`*` behind a pointer.\n\n## Targets\n\n")
    text += tables.of_targets(found, tomllib.loads((BENCH / "targets.toml").read_text()))
    text += "\n## Pictures\n" + "".join(f"\n![{words}]({file})\n" for words, file in drawn)
    if not drawn:
        text += "\nNone: gnuplot is not installed, or failed.\n"
    questions = [(program, question, program.removesuffix("_single_threaded") + ".cpp") for program, question, _ in PROGRAMS]
    for program, question, file in (*questions, (*COMPILE_TIME, "compile_time.py")):
        asked = [row for row in found if row.program == program]
        if asked:
            text += f"\n## {question}\n\n[`bench/{file}`](../{file})\n" + tables.of_program(asked)
    return text


def fill(path, marks):
    """Replaces what stands between <!-- MARK:begin --> and <!-- MARK:end -->."""
    text = path.read_text()
    for mark, content in marks.items():
        begin, end = f"<!-- {mark}:begin -->", f"<!-- {mark}:end -->"
        if text.count(begin) != 1 or text.count(end) != 1:
            raise RuntimeError(f"{path}: no marks {begin} and {end}")
        head, rest = text.split(begin)
        text = head + begin + "\n" + content + end + rest.split(end)[1]
    path.write_text(text)


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("build", type=pathlib.Path)
    words.add_argument("--again", action="store_true")
    words.add_argument("--readme", type=pathlib.Path, nargs="?", const=BENCH.parent)
    words.add_argument("--results", type=pathlib.Path, default=BENCH / "results")
    words.add_argument("--measured", type=pathlib.Path)
    words.add_argument("--minutes", type=float, default=9.8)
    words.add_argument("--smoke", action="store_true")
    wanted = words.parse_args()
    build = wanted.build.resolve()
    build = build / "bench" if (build / "bench").is_dir() else build
    folder = wanted.measured or build / "measured"
    failed = [] if wanted.again else measure(build, folder, wanted.minutes, wanted.smoke)
    order = [program for program, _, _ in PROGRAMS]
    files = [folder / f"{program}.json" for program in (*order, "cpython", "compile_time")]  # which adds to the rows of the others
    found, about = measured.load([whole_lines(path) for path in files if path.exists()])
    if not found:
        sys.exit(f"{folder}: nothing was measured there")
    run_file = folder / "run.txt"
    run = (run_file.read_text() + "\n").split("\n")[:5] if run_file.exists() else None
    name = about["compiler"].split(".")[0].replace(" ", "-")  # "g++-12"
    wanted.results.mkdir(parents=True, exist_ok=True)
    gnuplot = shutil.which("gnuplot")
    drawn = []
    if gnuplot:
        try:
            pictures.draw_all(found, wanted.results, name, gnuplot, drawn)
        except (RuntimeError, subprocess.TimeoutExpired) as error:  # the tables are what counts
            failed.append("gnuplot")
            print(error, file=sys.stderr)
    (wanted.results / f"{name}.md").write_text(page(found, about, name, drawn, run))
    print(f"written: {wanted.results / name}.md, {len(drawn)} pictures")
    if wanted.readme:
        provenance = f"{about['processor']}, {about['cores']} cores; {about['compiler']}, {about['flags']}"
        try:
            figures = {
                "README.md": {"bench:first": tables.first_numbers(found), "bench": tables.for_readme(found, provenance)},
                ".docs/dynamic_attributes.md": {"bench:dynamic": tables.dynamic_numbers(found)}}
        except tables.Missing as error:
            sys.exit(f"{wanted.readme}: left as it is: {error}")
        for path, marks in figures.items():
            fill(wanted.readme / path, marks)
        print(f"written: the figures of {wanted.readme}: {', '.join(figures)}")
    if failed:
        sys.exit("failed: " + " ".join(failed))


if __name__ == "__main__":
    main()
