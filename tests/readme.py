"""Fails when README.md or a guide of .docs/ and what they speak of have drifted apart.

    readme.py [--write]     --write copies the examples into them again

Every block of C++ is an example, word for word, or a marked piece of one: in the guides a comment before it says which.
README.md: its two commands are workflows of CMakePresets.json; it is short, and code comes first; every number is one that
the benchmark wrote, or a fact that a test proves. Links lead to files that are there, errors to the page that shows them.
"""
import json
import pathlib
import re
import sys
import textwrap

MOST_LINES = 250
FIRST_CODE = 15
README_EXAMPLES = ("01_first_class.cpp", "reference/declaring.cpp fields_of")
# What the README states in numbers: the file and the words in it that prove it.
FACTS = {}
# Numbers that name a thing.
NAMES = r"C\+\+\d+|GCC \d+|Clang \d+|g\+\+ \d+|Debian \d+"

top = pathlib.Path(__file__).resolve().parent.parent
readme = top / "README.md"
guides = sorted((top / ".docs").glob("*.md"))
errors = []


def example(words):
    """The text of `FILE.cpp` of examples/ or, with a second word, of the piece between its marks."""
    file, _, piece = words.partition(" ")
    path = top / "examples" / file
    text = path.read_text() if path.exists() else None
    if text is None or not piece:
        return text
    parts = re.split(rf"^ *//! {re.escape(f'[{piece}]')}\n", text, flags=re.M)
    return textwrap.dedent(parts[1]) if len(parts) == 3 else None


def with_examples(path):
    """The text of a page as it should be."""
    text = path.read_text()
    if path == readme:
        names = iter(README_EXAMPLES)
        return re.sub(r"^```cpp\n.*?^```", lambda block: f"```cpp\n{example(next(names, '')) or ''}```", text, flags=re.M | re.S)

    def block(found):
        code = example(found[1])
        if code is None:
            errors.append(f"{path.name}: there is no example '{found[1]}'")
        return f"<!-- example: {found[1]} -->\n```cpp\n{code or ''}```"
    unnamed = len(re.findall(r"^```cpp", text, re.M)) - len(re.findall(r"^<!-- example: [^\n]* -->\n```cpp", text, re.M))
    if unnamed:
        errors.append(f"{path.name}: {unnamed} blocks of C++ are no examples")
    return re.sub(r"^<!-- example: ([^\n]*) -->\n```cpp\n.*?^```", block, text, flags=re.M | re.S)


def check_links(path):
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", re.sub(r"^```.*?^```", "", path.read_text(), flags=re.M | re.S)):
        if "://" not in target and not (path.parent / target).exists():
            errors.append(f"{path.relative_to(top)}: {target} is not there")


def check_readme(text):
    lines = text.splitlines()
    if len(lines) >= MOST_LINES:
        errors.append(f"README.md: {len(lines)} lines, not under {MOST_LINES}")
    if not any(line.startswith("```cpp") for line in lines[:FIRST_CODE]):
        errors.append(f"README.md: no code in the first {FIRST_CODE} lines")
    presets = {preset["name"] for preset in json.loads((top / "CMakePresets.json").read_text())["workflowPresets"]}
    for job in ("run", "test"):
        if f"sh .ci/setup {job} && cmake --workflow --preset {job}" not in text or job not in presets:
            errors.append(f"README.md: the command of the workflow '{job}' is missing")
    for line in re.findall(r"^error: .*", text, re.M):
        if line not in (top / ".docs/errors.md").read_text():
            errors.append(f"README.md: no compiler says: {line}")

    # What is left is prose, in which no number may stand.
    prose = re.sub(r"<!-- (bench\S*):begin -->.*?<!-- \1:end -->", "", text, flags=re.S)
    prose = re.sub(r"^```.*?^```", "", prose, flags=re.M | re.S)
    prose = re.sub(r"`[^`\n]*`|\[[^\]]*\]\([^)]*\)", "", prose)
    prose = re.sub(NAMES, "", prose)
    for fact, (file, proof) in FACTS.items():
        if fact not in prose:
            errors.append(f"tests/readme.py: README.md does not say '{fact}'")
        if proof not in (top / file).read_text():
            errors.append(f"README.md: '{fact}' is not proved by {file}")
        prose = prose.replace(fact, "")
    for line in prose.splitlines():
        if re.search(r"\d", line):
            errors.append(f"README.md: a number that neither the benchmark wrote nor a test proves: {line.strip()}")


for page in [readme, *guides]:
    wanted = with_examples(page)
    if wanted != page.read_text():
        if "--write" in sys.argv[1:]:
            page.write_text(wanted)
        else:
            errors.append(f"{page.name}: its blocks of C++ are not the examples word for word: tests/readme.py --write")
    check_links(page)
check_readme(readme.read_text())
for page in (top / ".github").glob("*.md"):
    check_links(page)

print(*errors, sep="\n", end="\n" if errors else "")
sys.exit(bool(errors))
