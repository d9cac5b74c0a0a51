"""The same questions, put to CPython: classes with __slots__, and with a __dict__ for each object.

    cpython.py FILE [--smoke]

Writes lines of JSON, as the programs beside it do. A time is what a loop takes, less what the empty loop takes. Names are
interned, which names from a file are not: that is CPython at its best. Bytes are counted by tracemalloc, with the values.
"""
import gc
import json
import pathlib
import platform
import random
import sys
import time
import tracemalloc
import weakref

sys.path.append(str(pathlib.Path(__file__).resolve().parent / "support"))
import rows  # noqa: E402

SMOKE = "--smoke" in sys.argv
REPETITIONS = 1 if SMOKE else 5
LOOPS = 1_000 if SMOKE else 60_000
NAMES = [line.split() for line in (pathlib.Path(__file__).parent / "rivals" / "names.txt").read_text().splitlines()]

out = None


def add(*row, **where):
    out.write(rows.line(*row, **where))


# ---- classes

def make_class(names, slots):
    body = "__slots__ = (" + "".join(f"{name!r}, " for name in names) + ")" if slots else "pass"
    source = (f"class C:\n    {body}\n    def __init__(self, {', '.join(names)}):\n"
              + "".join(f"        self.{name} = {name}\n" for name in names))
    space = {}
    exec(source, space)
    return space["C"]


KINDS = (("CPython slots", True), ("CPython dict", False))
EVENT = "Event {int64, string, double}"
NUMBERS = "An object of N doubles"


# ---- measuring

def times(loop, empty, count):
    """Nanoseconds for one of `count` steps, for each repetition."""
    samples = []
    for _ in range(REPETITIONS):
        begin = time.process_time_ns()
        loop()
        middle = time.process_time_ns()
        empty()
        samples.append(max((middle - begin) - (time.process_time_ns() - middle), 0) / count)
    return samples


def bytes_each(make, count):
    gc.collect()
    tracemalloc.start()
    kept = [None] * count
    before = tracemalloc.get_traced_memory()[0]
    for i in range(count):
        kept[i] = make(i)
    size = (tracemalloc.get_traced_memory()[0] - before) / count
    tracemalloc.stop()
    return [size]


def pass_over(values):
    def loop():
        for _ in values:
            pass
    return loop


def life(program, subject, cls, rival, arguments, **where):
    count = LOOPS // 4
    numbers = range(count)

    def loop():
        for _ in numbers:
            cls(*arguments)
    add(program, subject, "make and destroy", "ns", rival, times(loop, pass_over(numbers), count), **where)


def by_name(program, question, rival, act, names, **where):
    picked = random.Random(1).choices([sys.intern(name) for name in names], k=LOOPS)
    add(program, NUMBERS, question, "ns", rival, times(lambda: act(picked), pass_over(picked), LOOPS), **where)


# ---- the questions

def events(kind, slots):
    cls = make_class(("ts", "kind", "value"), slots)
    many = EVENT + ", 100,000 of them"
    add("bytes", many, "bytes, with all heap", "B", kind,
        bytes_each(lambda i: cls(1_700_000_000 + i, "click" + str(i), i * 0.25), LOOPS))
    life("make_and_destroy", many, cls, kind, (1_700_000_000, "click", 0.25))
    for program, count, title in (("fixed_names", 100_000, "100,000"), ("million_objects", 1_000_000, "1,000,000")):
        objects = [cls(i, "click", i * 0.25) for i in range(min(count, LOOPS) if SMOKE else count)]
        subject = f"{EVENT}, {title} of them"

        def read():
            for o in objects:
                o.value

        def update():
            for o in objects:
                o.value += 1.0

        suffix = ", in order" if program == "million_objects" else ""
        for question, act in (("read by fixed name", read), ("update by fixed name", update)):
            add(program, subject, question + suffix, "ns", kind, times(act, pass_over(objects), len(objects)))
        if program == "million_objects":
            random.Random(2).shuffle(objects)
            for question, act in (("read by fixed name, any", read), ("update by fixed name, any", update)):
                add(program, subject, question, "ns", kind, times(act, pass_over(objects), len(objects)))


def numbers(kind, slots, count):
    names, unknown = zip(*NAMES[:count])
    cls = make_class(names, slots)
    values = [i * 0.5 for i in range(count)]
    one = cls(*values)
    where = {"parameter": "N", "at": count}

    def get(picked):
        for name in picked:
            getattr(one, name)

    def get_or(picked):
        for name in picked:
            getattr(one, name, 0.5)

    def put(picked):
        for name in picked:
            setattr(one, name, 2.5)

    if count in (8, 16):
        add("bytes", NUMBERS, "bytes, with all heap", "B", kind,
            bytes_each(lambda i: cls(*[i + v for v in values]), LOOPS // 4), **where)
        life("make_and_destroy", NUMBERS, cls, kind, values, **where)
        objects = [one] * (LOOPS // count)

        def visit():
            total = 0
            for o in objects:
                for name in names:
                    total += len(name) + getattr(o, name)
        add("visit_all", NUMBERS, "visit all", "ns", kind, times(visit, pass_over(objects), len(objects)), **where)
    if count in (3, 8, 16, 32, 64):
        by_name("runtime_names", "get", kind, get, names, **where)
        by_name("runtime_names", "get or a fallback, half unknown", kind, get_or, names + unknown, **where)
        by_name("runtime_names", "set", kind, put, names, **where)
    if count in (1, 4, 16, 64, 256):
        add("growth", NUMBERS, "bytes, with all heap", "B", kind,
            bytes_each(lambda i: cls(*[i + v for v in values]), LOOPS // 16), **where)
        life("growth", NUMBERS, cls, kind, values, **where)
        by_name("growth", "get", kind, get, names, **where)


def new_class_with_dict():
    """A new one for each k: instances of a class share their keys only where all set the same names first."""
    class Thing:
        __slots__ = ("id", "owner", "weight", "__dict__")

        def __init__(self):
            self.id, self.owner, self.weight = 1, 2, 3.0
    return Thing


def dynamic(k, varied):
    subject = ("Varied names: k of 1,000 in each object, in any order" if varied
               else "Same names: the same k in all objects")
    pool = [sys.intern(f"attribute{i}") for i in range(1_000)]
    pick = random.Random(3)
    shared = pick.sample(pool, k)
    lists = [pick.sample(pool, k) if varied else shared for _ in range(1_024)]
    thing = new_class_with_dict()

    def make(i):
        o = thing()
        for name in lists[i % 1_024]:
            setattr(o, name, i * 0.5)
        return o
    where = {"parameter": "k", "at": k}
    kind = "CPython slots and dict"
    add("dynamic_attributes", subject, "bytes, with all heap", "B", kind, bytes_each(make, LOOPS // 6), **where)
    if k == 0:
        return
    objects = [make(i) for i in range(1_024)]
    pairs = [(objects[i], lists[i][pick.randrange(k)]) for i in pick.choices(range(1_024), k=LOOPS)]

    def empty():
        for o, name in pairs:
            pass

    def get():
        for o, name in pairs:
            getattr(o, name)

    def put():
        for o, name in pairs:
            setattr(o, name, 2.5)
    add("dynamic_attributes", subject, "get", "ns", kind, times(get, empty, LOOPS), **where)
    add("dynamic_attributes", subject, "set", "ns", kind, times(put, empty, LOOPS), **where)


class Referred:
    __slots__ = ("number", "weight", "__weakref__")

    def __init__(self):
        self.number, self.weight = 1, 0.5


def weak():
    objects = [Referred() for _ in range(256)]
    references = [weakref.ref(o) for o in objects] * (LOOPS // 256)
    owners = objects * (LOOPS // 256)

    def get():
        for r in references:
            r()

    def refer():
        for o in owners:
            weakref.ref(o, None)
    del objects
    kind = "CPython weakref"
    add("weak_references", "Use of a reference", "get, in order", "ns", kind,
        times(get, pass_over(references), len(references)))
    add("weak_references", "Making references", "further, from the owner, drop", "ns", kind,
        times(refer, pass_over(owners), len(owners)))


def main(path):
    global out
    gc.disable()  # nothing here is a cycle
    with open(path, "w") as out:
        out.write(json.dumps({"python": platform.python_implementation() + " " + platform.python_version()}) + "\n")
        for kind, slots in KINDS:
            events(kind, slots)
            for count in (1, 3, 4, 8, 16, 32, 64, 256):
                numbers(kind, slots, count)
        for varied in (False, True):
            for k in (0, 1, 2, 5, 10, 30):
                dynamic(k, varied)
        weak()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1])
