"""The page of mistakes, .docs/errors.md: for each rule the first line with an error, as g++ and as clang print it.

check.py compares the page with what the compiler says; check.py --write-page writes the lines of one compiler anew.
"""
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
PAGE = TOP / ".docs" / "errors.md"
# The versions whose words stand on the page. Others differ in a word here and there: EXPECT holds for them.
COMPILERS = {"g++": r"g\+\+.* 12\.", "clang": r"clang version 16\."}
NO_MISTAKE_ALONE = {"did_you_mean", "no_suggestion", "known_slots"}  # arguments of others


def sections():
    """What diagnose.hpp declares: [(heading, [mistakes])], in its order."""
    text = (TOP / "include/slotted/diagnose.hpp").read_text()
    text = text.split("namespace slotted::error {")[1].split("}  // namespace slotted::error")[0]
    found = []
    for heading, mistake in re.findall(r"^// ([A-Z][^.]*)\.|^struct (\w+);", text, re.M):
        if heading:
            found.append((heading, []))
        elif mistake not in NO_MISTAKE_ALONE:
            found[-1][1].append(mistake)
    return found


def example_of(mistake):
    """The case that shows a mistake: one that expects it in the first error line, with an object as most are."""
    shows = []
    for path in HERE.glob("*.cpp"):
        for where, expected in re.findall(r"^// (EXPECT|EXPECT-ANYWHERE): *(.*)", path.read_text(), re.M):
            if re.search(rf"\b{mistake}\b", expected):
                usual = path.stem.startswith(("slot_rules_type", "inheritance", "positional")) and "in_place" not in path.stem
                shows.append((where != "EXPECT", not usual, mistake not in path.stem, len(path.stem), path.stem))
    if not shows:
        raise LookupError(f"no case in {HERE.name} shows {mistake}")
    return min(shows)[-1] + ".cpp"


def who(version):
    """Whose words a compiler's are, by what it prints for --version; None if they are not on the page."""
    return next((name for name, words in COMPILERS.items() if re.search(words, version.split("\n")[0])), None)


def words_of(line):
    """A line of a compiler without the file and place that it begins with."""
    return re.sub(r"^.*?\b(error|note): ", r"\1: ", line)


def shown(lines, mistake):
    """What the page has of a compiler's output: the first line with an error; and, where the mistake is not named there,
    the first line that names it."""
    first = next((line for line in lines if re.search(r"\berror: ", line)), "(no line with an error)")
    named = [] if re.search(rf"\b{mistake}\b", first) else [line for line in lines if re.search(rf"\b{mistake}<", line)][:1]
    if not named and mistake not in first:
        raise LookupError(f"{mistake} is not named: {first}")
    return [words_of(line).strip() for line in [first, *named]]


def read():
    """{mistake: (file, {compiler: [lines]})} of the page as it is."""
    entries = {}
    text = PAGE.read_text() if PAGE.exists() else ""
    for mistake, file, block in re.findall(r"^### (\w+)\n\n\[[^\n]*\]\(\S*/(\w+\.cpp)\)\n\n```text\n(.*?)^```", text, re.M | re.S):
        lines = {}
        for name, line in re.findall(r"^(\S*) +(.*)", block, re.M):
            if name:
                last = lines[name.rstrip(":")] = []
            last.append(line)
        entries[mistake] = (file, lines)
    return entries


def write(said):
    """Writes the page; said: {mistake: (file, {compiler: [lines]})}."""
    text = """# Errors

Every mistake that does not compile has a name, and that name stands in the first line that says `error`: what is wrong,
often also what to write instead, then the class, the slot and what else is needed. Here are all of them, in the words of
g++ 12 and clang 16. Each name links to a small program with the mistake, and beside it, after `#else`, what compiles.
`tests/compile_fail/check.py` compiles them all and compares this page with what the compilers say; it is written by
`check.py --write-page`.

Where a constructor call is wrong, the first line names the class and the mistake stands in the notes: whether a class can be
constructed must be possible to ask. The page has both lines.
"""
    for heading, mistakes in sections():
        text += f"\n## {heading}\n"
        for mistake in mistakes:
            file, by = said[mistake]
            text += f"\n### {mistake}\n\n[{file.removesuffix('.cpp').replace('_', ' ')}](../tests/compile_fail/{file})\n\n```text\n"
            for name in COMPILERS:
                for i, line in enumerate(by.get(name, [])):
                    text += f"{name + ':' if i == 0 else '':6} {line}\n"
            text += "```\n"
    PAGE.write_text(text)


def problems(said):
    """How the page differs from what was said now; the same form as read(), for one compiler."""
    on_page = read()
    wanted = [mistake for _, mistakes in sections() for mistake in mistakes]
    found = [f"{PAGE.name} lacks {mistake}" for mistake in wanted if mistake not in on_page]
    found += [f"{PAGE.name} has {mistake}, which is no mistake" for mistake in on_page if mistake not in wanted]
    for mistake, (_, by) in said.items():
        for name, lines in by.items():
            if on_page.get(mistake, ("", {}))[1].get(name) != lines:
                found.append(f"{PAGE.name}: {mistake}: {name} says: " + " / ".join(lines))
    return found
