"""Scripts of small steps, run by CPython and by slotted: what comes of each step must be the same.

    conformance.py                     answers.txt is what this Python says
    conformance.py --slotted PROGRAM   PROGRAM says what answers.txt says, but for what the scripts list
    conformance.py --write             make answers.txt with this Python

A script is a case of scripts/*.txt:

    case NAME
      [for WORD...: VALUE... | VALUE... | ...]  it is there once for each, with {WORD} replaced, in NAME also
      STEP
        differs: row N REASON                   of tests/RULES.md, where slotted does otherwise than the step in Python
        python: OUTCOME                         all of it
        slotted: OUTCOME                        all of it

The steps are the methods of `World` below. An outcome is `ok`, `value ...` or an error with its sentence; then come, each
after a semicolon, the callbacks that ran and the values that died. slotted's sentence begins with that of CPython, and may
go on to help: after a colon, a full stop, or with what CPython adds since 3.13. Python's control characters are shown as <0a>.
"""
import argparse
import ast
import copy
import dataclasses
import inspect
import io
import pathlib
import re
import subprocess
import sys
import weakref

import classes

here = pathlib.Path(__file__).resolve().parent
answers_file = here / "answers.txt"
LEAST = 300  # scripts; as many were asked for


# The scripts.

def split(line):
    """Words, which may hold quoted text."""
    return re.findall(r'(?:"(?:\\.|[^"\\])*"|[^\s"])+', line)


class Step:
    def __init__(self, text):
        self.text, self.row, self.python, self.slotted = text, None, None, None


def read_case(lines, where):
    """The cases that the lines of one make."""
    name, variants, steps = lines[0].split(maxsplit=1)[1], [{}], []
    for line in lines[1:]:
        keyword, _, rest = line.partition(" ")
        if keyword == "for":
            words, _, table = rest.partition(":")
            rows = [split(row) for row in table.split("|")]
            assert all(len(row) == len(words.split()) for row in rows), f"{where}: {line}"
            variants = [dict(variant, **dict(zip(words.split(), row))) for variant in variants for row in rows]
        elif keyword == "differs:":
            match = re.fullmatch(r"row (\d+) \S.*", rest)
            assert match, f"{where}, {name}: 'differs: row N REASON', not '{line}'"
            steps[-1].row = int(match[1])
        elif keyword in ("python:", "slotted:"):
            setattr(steps[-1], keyword[:-1], rest)
        else:
            steps.append(Step(line))
    for variant in variants:
        fill = lambda text: text and re.sub(r"\{(\w+)\}", lambda match: variant.get(match[1], match[0]), text)
        made = []
        for step in steps:
            made.append(Step(fill(step.text)))
            made[-1].row, made[-1].python, made[-1].slotted = step.row, fill(step.python), fill(step.slotted)
            listed = [step.row, step.python, step.slotted]
            assert all(one is None for one in listed) or None not in listed, f"{where}, {name}: {step.text}: incomplete"
        yield fill(name), made


def read_scripts():
    cases = {}
    for path in sorted((here / "scripts").glob("*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
        lines = [line for line in lines if line and not line.startswith("#")]
        starts = [i for i, line in enumerate(lines) if line.startswith("case ")] + [len(lines)]
        assert starts[0] == 0, f"{path.name} does not begin with a case"
        for start, end in zip(starts, starts[1:]):
            for name, steps in read_case(lines[start:end], path.name):
                assert name not in cases, f"{path.name}: {name} is there twice"
                cases[name] = steps
    return cases


# CPython.

events = []


class Loud:
    """A value that is heard when it dies."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        events.append(f"{self.name} dies")


def value_of(token):
    return Loud(token[5:]) if token.startswith("loud:") else ast.literal_eval(token)


def name_of(token):
    return ast.literal_eval(token) if token.startswith('"') else token


def class_of(name):
    return classes.impossible[name]() if name in classes.impossible else getattr(classes, name)


def slots_of(one_class):
    slots = one_class.__dict__.get("__slots__", ())
    return [name for name in slots if not name.startswith("__")]


class World:
    """The variables of a case, and the steps. A step returns the value that it shows, or nothing."""

    def __init__(self):
        self.all = {}

    # An object, or a proxy of one, with names that come at run time.

    def make(self, variable, class_name, *given):
        given = dict(one.split("=", 1) for one in given)
        made_class = class_of(class_name)
        if made_class.__init__ is object.__init__:
            self.all[variable] = made_class()
            for name, value in given.items():
                setattr(self.all[variable], name, value_of(value))
        else:
            self.all[variable] = made_class(**{name: value_of(value) for name, value in given.items()})

    def drop(self, variable):
        del self.all[variable]

    def get(self, variable, name, *default):
        return repr(getattr(self.all[variable], name_of(name), *map(value_of, default)))

    def set(self, variable, name, value):
        setattr(self.all[variable], name_of(name), value_of(value))

    def delete(self, variable, name):
        delattr(self.all[variable], name_of(name))

    def has(self, variable, name):
        return repr(hasattr(self.all[variable], name_of(name)))

    def transfer(self, to, name, variable, other):
        """Sets one attribute to what another one is."""
        setattr(self.all[to], name_of(name), getattr(self.all[variable], name_of(other)))

    def suggest(self, variable, name):
        """Which name a traceback offers in place of a misspelt one."""
        before, sys.stderr = sys.stderr, io.StringIO()
        try:
            getattr(self.all[variable], name_of(name))
            return "known"
        except AttributeError as error:
            sys.__excepthook__(type(error), error, None)
            found = re.search(r"Did you mean: '(.*)'\?\s*$", sys.stderr.getvalue())
            return found[1] if found else "nothing"
        finally:
            sys.stderr = before

    # Whole objects.

    def copy(self, variable, other):
        self.all[variable] = copy.copy(self.all[other])

    def assign(self, variable, other):
        """All that the other holds, and nothing else."""
        target, source = self.all[variable], self.all[other]
        for name in [name for one in type(target).__mro__ for name in slots_of(one)]:
            if hasattr(source, name):
                setattr(target, name, getattr(source, name))
            elif hasattr(target, name):
                delattr(target, name)
        if hasattr(target, "__dict__"):
            target.__dict__ = dict(source.__dict__)

    def see(self, variable, other, class_name):
        """The same object under another name; in C++ as one of a base."""
        assert isinstance(self.all[other], class_of(class_name))
        self.all[variable] = self.all[other]

    def equal(self, variable, other):
        return repr(self.all[variable] == self.all[other])

    def text(self, variable):
        return repr(self.all[variable])

    def state(self, variable):
        state = self.all[variable].__getstate__()
        dynamic, slots = state if isinstance(state, tuple) else (state, {})
        return repr(dict(sorted({**(dynamic or {}), **(slots or {})}.items())))

    def type(self, variable):
        return type(self.all[variable]).__name__

    def alike(self, class_name, other_name):
        """Whether an object of one class may become one of the other."""
        made = class_of(class_name)()
        try:
            made.__class__ = class_of(other_name)
            return "True"
        except TypeError as error:
            assert str(error).endswith(f"'{other_name}' object layout differs from '{class_name}'"), error
            return "False"

    def convert(self, variable, class_name):
        self.all[variable].__class__ = class_of(class_name)

    # The dict of an object.

    def vars(self, variable):
        return repr(vars(self.all[variable]))

    def size(self, variable):
        return repr(len(vars(self.all[variable])))

    def clear(self, variable):
        self.all[variable].__dict__ = {}

    def adopt(self, variable, other):
        """The dict becomes what the other's is."""
        self.all[variable].__dict__ = dict(self.all[other].__dict__)

    def item(self, variable, name, *value):
        """Reads or writes an item of the dict."""
        if not value:
            return repr(vars(self.all[variable])[name_of(name)])
        vars(self.all[variable])[name_of(name)] = value_of(value[0])

    def erase(self, variable, name):
        return repr(vars(self.all[variable]).pop(name_of(name), None) is not None)

    def holds(self, variable, name):
        return repr(name_of(name) in vars(self.all[variable]))

    # The class.

    def names(self, class_name):
        return repr([name for one in reversed(class_of(class_name).__mro__) for name in slots_of(one)])

    def own(self, class_name):
        return repr(slots_of(class_of(class_name)))

    def kinds(self, class_name):
        made = class_of(class_name)()
        try:
            can_be_referred_to = weakref.ref(made)() is made
        except TypeError:
            can_be_referred_to = False
        return f"dict={hasattr(made, '__dict__')} weakref={can_be_referred_to}"

    def describe(self, class_name, name):
        slot = getattr(class_of(class_name), name)
        return f"{slot.__name__!r} {slot.__qualname__!r} {slot.__objclass__.__name__!r} {inspect.getdoc(slot) or ''!r}"

    def through(self, class_name, name, verb, variable, *value):
        """A descriptor of a class, on an object."""
        slot, target = getattr(class_of(class_name), name), self.all[variable]
        if verb == "get":
            return repr(slot.__get__(target))
        if verb == "set":
            return slot.__set__(target, value_of(value[0]))
        return slot.__delete__(target)

    # Weak references.

    def callback(self, variable, kind, event, other):
        def call(dead=None):
            more = f", {other} is {'dead' if self.all[other]() is None else 'alive'}" if kind == "looks" else ""
            events.append(f"{event} called{more}")
            if kind == "drops":
                self.all.pop(other)
            if kind == "fails":
                raise ValueError(event)
        return call

    def refer(self, variable, other, kind=None, event=None, third=None):
        """Callbacks: `calls EVENT`, `fails EVENT`, `drops EVENT REFERENCE`, `looks EVENT REFERENCE`."""
        target = self.all[other]
        self.all[variable] = weakref.ref(target, *([self.callback(variable, kind, event, third)] if kind else []))

    def alive(self, variable):
        one = self.all[variable]
        return repr(one.alive if isinstance(one, weakref.finalize) else one() is not None)

    def refers(self, variable, other):
        return repr(self.all[variable]() is self.all[other])

    def same(self, variable, other):
        """Whether two references are equal."""
        return repr(self.all[variable] == self.all[other])

    def count(self, variable):
        return repr(weakref.getweakrefcount(self.all[variable]))

    def proxy(self, variable, other):
        self.all[variable] = weakref.proxy(self.all[other])

    def finalize(self, variable, other, event):
        self.all[variable] = weakref.finalize(self.all[other], events.append, f"{event} called")

    def call(self, variable):
        self.all[variable]()

    def detach(self, variable):
        return repr(self.all[variable].detach() is not None)

    def table(self, variable):
        self.all[variable] = weakref.WeakValueDictionary()

    def put(self, variable, key, other):
        self.all[variable][key] = self.all[other]

    def find(self, variable, key):
        return repr(self.all[variable].get(key) is not None)

    def length(self, variable):
        return repr(len(self.all[variable]))


def outcome_of(world, step):
    verb, *words = split(step)
    try:
        shown = getattr(world, verb)(*words)
        outcome = "ok" if shown is None else f"value {shown}"
    except Exception as error:
        outcome = f"{type(error).__name__}: {error}"
        outcome = re.sub(r"[\x00-\x1f\x7f]", lambda control: f"<{ord(control[0]):02x}>", outcome)
    return "; ".join([outcome, *events])


def run_by_python(cases):
    sys.unraisablehook = lambda what: events.append(f"{what.exc_value} is reported")
    answers = {}
    for name, steps in cases.items():
        world = World()
        answers[name] = []
        for step in steps:
            answers[name].append(outcome_of(world, step.text))
            events.clear()
        del world
        events.clear()
    return answers


# The answers.

version = "python %d.%d" % sys.version_info[:2]
arrow = "  ->  "


def written(cases, answers):
    lines = [version]
    for name, steps in cases.items():
        lines += [f"case {name}"] + [f"  {step.text}{arrow}{outcome}" for step, outcome in zip(steps, answers[name])]
    return lines


def read_answers(cases, lines):
    """Those to the scripts as they stand."""
    stored, name = {}, None
    for line in lines[1:]:
        if line.startswith("case "):
            name = line[5:]
            stored[name] = []
        else:
            stored[name].append(line)
    answers = {}
    for name, steps in cases.items():
        given = stored.pop(name, [])
        starts = [f"  {step.text}{arrow}" for step in steps]
        if len(given) != len(starts) or not all(map(str.startswith, given, starts)):
            raise SystemExit(f"{answers_file.name} does not have the script {name} as it is: conformance.py --write")
        answers[name] = [line[len(start):] for line, start in zip(given, starts)]
    if stored:
        raise SystemExit(f"{answers_file.name} has scripts that are not there: {', '.join(stored)}")
    return answers


# slotted.

def run_by_slotted(program, cases):
    script = "".join(f"case {name}\n" + "".join(f"{step.text}\n" for step in steps) for name, steps in cases.items())
    done = subprocess.run([program], input=script, capture_output=True, encoding="utf-8")
    lines = done.stdout.splitlines()
    total = sum(map(len, cases.values()))
    if done.returncode or len(lines) != total:
        raise SystemExit(f"{program} returned {done.returncode} after {len(lines)} of {total} steps\n{done.stderr}")
    answers = iter(lines)
    return {name: [next(answers) for _ in steps] for name, steps in cases.items()}


def agree(python, slotted):
    """Whether an outcome says the same: an error's sentence may be followed by help."""
    outcome, *happened = python.split("; ")
    if re.match(r"\w+Error: ", outcome) and not happened:
        rest = slotted[len(outcome):]
        return slotted.startswith(outcome) and bool(
            re.fullmatch(r"( and no __dict__ for setting new attributes)?([:.] .*)?", rest))
    return python == slotted


def compare(cases, python, slotted):
    rows = {int(row) for row in re.findall(r"^\| (\d+) \|", (here.parent / "RULES.md").read_text(), re.M)}
    errors, used, differing = [], set(), 0
    for name, steps in cases.items():
        differs = False
        for step, expected, found in zip(steps, python[name], slotted[name]):
            at = f"{name}: {step.text}"
            if step.row is None:
                if not agree(expected, found):
                    errors.append(f"{at}\n  python:  {expected}\n  slotted: {found}")
                continue
            differs = True
            used.add(step.row)
            if step.row not in rows:
                errors.append(f"{at}\n  RULES.md has no row {step.row}")
            if expected != step.python:
                errors.append(f"{at}\n  python, as listed: {step.python}\n  python, in truth:  {expected}")
            if found != step.slotted:
                errors.append(f"{at}\n  slotted, as listed: {step.slotted}\n  slotted, in truth:  {found}")
            if agree(expected, found):
                errors.append(f"{at}\n  is listed as a difference, and is none")
        differing += differs
    print(*errors, sep="\n", end="\n" if errors else "")
    print(f"{len(cases)} scripts, {sum(map(len, cases.values()))} steps; {differing} scripts differ as listed, by "
          f"{len(used)} rows of RULES.md")
    return bool(errors)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slotted", metavar="PROGRAM")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    cases = read_scripts()
    if len(cases) < LEAST:
        raise SystemExit(f"{len(cases)} scripts are fewer than {LEAST}")
    if options.write:
        answers_file.write_text("\n".join(written(cases, run_by_python(cases))) + "\n", encoding="utf-8")
        return 0
    lines = answers_file.read_text(encoding="utf-8").splitlines()
    stored = read_answers(cases, lines)
    if options.slotted:
        return compare(cases, stored, run_by_slotted(options.slotted, cases))
    if lines[0] != version:
        print(f"skipped: the answers are those of {lines[0]}, and this is {version}, whose sentences differ")
        return 77
    real = run_by_python(cases)
    wrong = [(name, step.text, old, new) for name, steps in cases.items()
             for step, old, new in zip(steps, stored[name], real[name]) if old != new]
    for name, step, old, new in wrong:
        print(f"{name}: {step}\n  stored: {old}\n  {version}: {new}")
    print(f"{len(cases)} scripts, {len(wrong)} steps of which have other answers than those of {version} that are stored")
    return bool(wrong)


sys.exit(main())
