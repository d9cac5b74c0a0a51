"""Makes the reference with Doxygen, and fails on any of its warnings or where a public name lacks something.

    reference.py BUILD      the reference is BUILD/reference/html/index.html then; 77 where there is no Doxygen

Every name that namespace slotted has, and every overload of it, has a docstring; one of them an example, which is a piece of
a program in examples/reference that ctest runs, and uses the name. Every public member of a class has a docstring, unless
it is one that the standard library has, too, and means what it means there. .docs/README.md lists all names.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

# Members that mean what they do in std::optional, std::any, std::span, the smart pointers and the containers.
STANDARD = set("""
    value_type key_type mapped_type element_type size_type difference_type reference const_reference pointer iterator
    const_iterator iterator_category iterator_concept
    begin end cbegin cend empty size max_size find contains count clear insert insert_or_assign emplace try_emplace erase at
    swap get reset has_value value expired use_count
    operator== operator= operator* operator-> operator++ operator-- operator[] operator<<
""".split())
# Of every item of a list, for the library's own use.
OF_ITEMS = {"may_be_unset", "name_type", "traits", "trait_pack", "item_type", "count_type"}

top = pathlib.Path(__file__).resolve().parent.parent
errors = []


def run_doxygen(folder):
    """What Doxygen has to say, which should be nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    settings = (top / ".docs/Doxyfile").read_text() + f'\nOUTPUT_DIRECTORY = "{folder}"\n'
    done = subprocess.run(["doxygen", "-"], input=settings, cwd=top, text=True, capture_output=True)
    said = dict.fromkeys(line for line in (done.stdout + done.stderr).splitlines() if line)  # once for HTML, once for XML
    return "\n".join(said) or (f"doxygen: {done.returncode}" if done.returncode else "")


def text_of(element):
    return "" if element is None else "".join(element.itertext()).strip()


def documented(element):
    return bool(text_of(element.find("briefdescription")) or text_of(element.find("detaileddescription")))


def examples_of(element):
    """The code that stands in a docstring; the XML writes a space as an element."""
    for listing in element.find("detaileddescription").iter("programlisting"):
        for space in listing.iter("sp"):
            space.text = " "
        yield "\n".join(text_of(line) for line in listing.iter("codeline"))


def is_no_choice(member):
    """What is declared to be refused only: a deleted function, or one that says what is wrong."""
    return (text_of(member.find("argsstring")).endswith("=delete")
            or re.search(r"\berror::|\bobstacle<", text_of(member.find("type"))) is not None)


class Name:
    def __init__(self):
        self.places = []  # where it is declared, for people
        self.documented = True
        self.examples = []

    def add(self, element, place):
        self.places.append(place)
        self.documented &= documented(element)
        self.examples += examples_of(element)


def place_of(element):
    location = element.find("location")
    return f"{pathlib.Path(location.get('file')).name}:{location.get('line')}"


def check_members(owner, compound):
    """The public members of a class."""
    bare = re.sub(r"<.*", "", owner)
    for member in compound.iter("memberdef"):
        name = text_of(member.find("name"))
        if (member.get("prot") != "public" or documented(member) or name.startswith("slotted_") or is_no_choice(member)
                or name in STANDARD or name in OF_ITEMS or name.lstrip("~") == bare):
            continue
        if "error_base" in name:  # the constructors of errors, which only the library makes
            continue
        errors.append(f"{place_of(member)}: {owner}::{name} has no docstring")


def collect(folder):
    """{name: Name} of namespace slotted and of slotted::literals."""
    found = {}
    for file in ("namespaceslotted.xml", "namespaceslotted_1_1literals.xml"):
        compound = ElementTree.parse(folder / "xml" / file).getroot().find("compounddef")
        for member in compound.iter("memberdef"):
            name = text_of(member.find("name"))
            # Doxygen takes deduction guides for functions.
            if not is_no_choice(member) and compound.find(f"innerclass[.='slotted::{name}']") is None:
                found.setdefault(name.replace(' ', ''), Name()).add(member, place_of(member))
        for inner in compound.findall("innerclass"):
            name = inner.text.removeprefix("slotted::")
            class_ = ElementTree.parse(folder / "xml" / f"{inner.get('refid')}.xml").getroot().find("compounddef")
            check_members(name, class_)
            if "<" not in name:  # a specialisation
                found.setdefault(name, Name()).add(class_, place_of(class_))
    return found


def main():
    if not shutil.which("doxygen"):
        print("skipped: Doxygen is not installed (Debian: doxygen)")
        return 77
    folder = pathlib.Path(sys.argv[1]).resolve() / "reference"
    if warnings := run_doxygen(folder):
        errors.append(warnings)
    names = collect(folder)
    for name, known in sorted(names.items()):
        word = re.escape(name.removeprefix("operator").removeprefix('""'))
        if not known.documented:
            errors.append(f"{' '.join(known.places)}: {name} has no docstring")
        if not known.examples:
            errors.append(f"{' '.join(known.places)}: {name} has no example")
        elif not any(re.search(rf"(?<!\w){word}(?!\w)" if name.isidentifier() else word, code) for code in known.examples):
            errors.append(f"{' '.join(known.places)}: the example of {name} does not use it")
    listed = re.findall(r"`([^`]+)`", (top / ".docs/README.md").read_text().split("## Names")[1])
    errors.extend(f".docs/README.md: {name} is not listed" for name in sorted(names.keys() - set(listed)))
    errors.extend(f".docs/README.md: {name} is listed, and is no public name" for name in listed if name not in names)
    print(*errors, sep="\n", end="\n" if errors else "")
    print(f"{len(names)} public names: {folder / 'html/index.html'}")
    return bool(errors)


sys.exit(main())
