"""Random classes, each with the layout that the documented rules give it, as static assertions that a compiler checks.

layouts.py [--seed NUMBER|random] [--count N] [--keep FOLDER] [--wrong RULE|all] -- COMPILER FLAGS...

For each of N lists of 1 to 40 slots:
  S  the struct that a person would write: what `declared_order` must equal, byte for byte
  D  fields in declared order: size, alignment and every offset are those of S
  F  fields in the library's own order: the least size, no larger than S
  M  slots and fields: the least size for the data and one bit for each slot that may be unset
  B  some more behind one or two classes of this file, in their tail padding; with a vptr or without

Of each the library's `lay_out`, given nothing but numbers, must find the same (`is_sound`, layout_proof.hpp).

Here the rules are written down a second time, from their description, knowing nothing of the library but what is
documented. With --wrong one of them is told wrongly, and the compiler must refuse what follows: these assertions can
fail.
"""
import argparse
import concurrent.futures
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

CLASSES_IN_A_FILE = 20
MOST_SLOTS = 40
BRUTE_FORCE_UP_TO = 9  # members; more are compared with the bound that no order can beat

TYPES = """bool|char|signed char|unsigned char|char16_t|short|unsigned short|int|unsigned|long|std::int64_t|std::uint64_t
float|double|long double|void*|const char*|void (*)(int)|int tail::*|char[5]|int[3]|double[2][2]|std::array<short, 3>
std::string|std::vector<int>|std::unique_ptr<int>|std::optional<int>|empty|byte_enum|plain_enum|tail|guarded_tail|three
cell16|cell64|const int""".replace("\n", "|").split("|")

PRELUDE = """// Written by layouts.py with {words}
#include "static/layout_proof.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sl = slotted;
using layout_proof::has_offsets, layout_proof::has_presence_at, layout_proof::is_sound;

struct empty {{}};
enum class byte_enum : unsigned char {{ none }};
enum plain_enum {{ nothing }};
struct tail {{ double real; char mark; }};                      // padding in its end, a plain struct
struct guarded_tail {{ guarded_tail(); double real; char mark; }};  // the same, and a derived class could use it
struct three {{ char bytes[3]; }};
struct alignas(16) cell16 {{ char bytes[16]; }};
struct alignas(64) cell64 {{ char bytes[64]; }};
"""


def aligned(offset, alignment):
    return -(-offset // alignment) * alignment


# ---- The rules ------------------------------------------------------------------------------------------------------


class Rules:
    """How members, each (size, alignment), are laid out. `wrong` names the rule that is told wrongly."""

    def __init__(self, wrong=None):
        self.wrong = wrong

    def in_order(self, members, presence, start):
        """As in a struct; the presence bytes go into the first hole that takes them, else behind the last member."""
        offsets, end, at = [], start, None
        for size, alignment in members:
            offset = aligned(end, alignment)
            if presence and at is None and offset - end >= presence and self.wrong != "hole":
                at = end
            offsets.append(offset)
            end = offset + size
        if presence and at is None:
            at, end = end, end + presence
        return offsets, at, end

    def first_fit(self, members, presence, start):
        """Always the largest-aligned member that needs no padding, else the smallest-aligned; equals as declared."""
        waiting = list(range(len(members) + bool(presence)))
        all_members = members + [(presence, 1)]
        places, end = {}, start
        while waiting:
            fitting = [i for i in waiting if end % all_members[i][1] == 0]
            if self.wrong == "ties":
                waiting.reverse()
            if fitting and self.wrong != "largest":
                chosen = next(i for i in waiting if i in fitting
                              and all_members[i][1] == max(all_members[k][1] for k in fitting))
            else:
                chosen = next(i for i in waiting if all_members[i][1] == min(all_members[k][1] for k in waiting))
            waiting = sorted(set(waiting) - {chosen})
            size, alignment = all_members[chosen]
            places[chosen] = aligned(end, alignment)
            end = places[chosen] + size
        return [places[i] for i in range(len(members))], places.get(len(members)), end

    def arrange(self, members, presence, start, base_alignment, declared_order):
        """(offsets, offset of the presence bytes, end, alignment)"""
        alignment = max([base_alignment] + [a for _, a in members])
        least = least_size(members, presence, start, alignment)
        offsets, at, end = self.in_order(members, presence, start)
        if aligned(end, alignment) != least and not declared_order or self.wrong == "order":
            offsets, at, end = self.first_fit(members, presence, start)
            assert aligned(end, alignment) == least or self.wrong, "first fit misses the least size"
        return offsets, at, end, alignment


WRONG_RULES = ["hole", "ties", "largest", "order", "tail", "bit", "vptr"]


def least_size(members, presence, start, alignment):
    """The least size of all orders, the presence bytes being one more member."""
    pieces = members + ([(presence, 1)] if presence else [])
    bound = aligned(start + sum(size for size, _ in pieces), alignment)
    if len(pieces) > BRUTE_FORCE_UP_TO:
        return bound
    ends = {0: start}  # of the members in a subset: the order that ends first, since no later one can gain from another
    for subset in range(1, 1 << len(pieces)):
        ends[subset] = min(aligned(ends[subset & ~(1 << i)], alignment_i) + size
                           for i, (size, alignment_i) in enumerate(pieces) if subset >> i & 1)
    return aligned(ends[(1 << len(pieces)) - 1], alignment)


class Class:
    """A slotted class: its slots as (C++ type, may it be unset) and where they must lie, bases first. `dict_before` is
    the slot before which the list has a dict slot, one pointer; None: the class declares none."""

    def __init__(self, name, prefix, slots, types, rules, *, bases=(), declared_order=False, virtual=False,
                 dict_before=None):
        self.name, self.prefix, self.slots, self.bases = name, prefix, slots, bases
        self.declared_order, self.virtual, self.dict_before = declared_order, virtual, dict_before
        members = [types[spelling] for spelling, _ in slots]
        if dict_before is not None:
            members.insert(dict_before, types["void*"])
        unset = sum(may_be_unset for _, may_be_unset in slots)
        presence = unset if rules.wrong == "bit" else -(-unset // 8)

        # Each base starts behind the data of the one before it, in its tail padding if need be.
        start, base_alignment, self.offsets, self.dict_at = 0, 1, [], None
        for base in bases:
            at = aligned(start, base.alignment)
            self.offsets += [at + offset for offset in base.offsets]
            if base.dict_at is not None:
                self.dict_at = at + base.dict_at
            start = at + (base.size if rules.wrong == "tail" else base.end)
            base_alignment = max(base_alignment, base.alignment)
        own, self.presence_at, self.end, self.alignment = rules.arrange(members, presence, start, base_alignment,
                                                                        declared_order)
        if dict_before is not None:
            self.dict_at = own.pop(dict_before)
        self.offsets += own
        self.has_vptr = virtual or any(base.has_vptr for base in bases)
        if virtual and not any(base.has_vptr for base in bases):
            pointer, pointer_alignment = types["void*"]
            shift = aligned(pointer, pointer_alignment if rules.wrong == "vptr" else self.alignment)
            self.offsets = [shift + offset for offset in self.offsets]
            self.end += shift
            if self.dict_at is not None:
                self.dict_at += shift
            if self.presence_at is not None:
                self.presence_at += shift
            self.alignment = max(self.alignment, pointer_alignment)
        self.size = aligned(self.end, self.alignment)

    def item(self, i):
        spelling, may_be_unset = self.slots[i]
        return f'sl::{"slot" if may_be_unset else "field"}<"{self.prefix}{i}", {spelling}>'

    def written(self):
        items = list(map(self.item, range(len(self.slots))))
        if self.dict_before is not None:
            items.insert(self.dict_before, "sl::dict_slot<>")
        items = ", ".join(items)
        parts = [self.name]
        if self.bases:
            parts.append(f"sl::extends<{', '.join(base.name for base in self.bases)}>")
        if self.declared_order:
            parts.append("sl::declared_order")
        parts.append(f"{self.name}Slots")
        body = "using object::object;" + (" virtual void speak();" if self.virtual else "")
        return (f"struct {self.name}Slots : sl::slots<{items}> {{}};\n"
                f"struct {self.name} : sl::object<{', '.join(parts)}> {{ {body} }};\n")

    def asserted(self):
        yield f"sizeof({self.name}) == {self.size} && alignof({self.name}) == {self.alignment}"
        yield f"is_sound<{self.name}>()"
        yield f"has_offsets<{self.name}>({{{', '.join(map(str, self.offsets))}}})"
        if self.presence_at is not None:
            yield f"has_presence_at<{self.name}>({len(self.slots)}, {self.presence_at})"
        if not self.has_vptr:
            yield f"sl::layout_of<{self.name}>.data_size == {self.end}"
        yield f"sl::is_exact<{self.name}>"
        if self.dict_at is not None:
            yield f"sl::layout_of<{self.name}>.dict_offset == {self.dict_at}"
        yield f"sl::has_dict<{self.name}> == {str(self.dict_at is not None).lower()}"


# ---- The classes ----------------------------------------------------------------------------------------------------


def member(spelling, name):
    """The member of a struct with that type."""
    for pattern, form in ((r"(.*)\(\*\)(\(.*\))", r"\1(*{})\2"), (r"([^\[]*)((?:\[\d+\])+)", r"\1 {}\2")):
        if re.fullmatch(pattern, spelling):
            return re.sub(pattern, form, spelling).format(name) + ";"
    return f"{spelling} {name};"


def classes_of(number, rng, types, rules, earlier):
    """The text for one list of slots; the classes that others may extend are added to `earlier`."""
    few = rng.random() < 0.4
    spellings = [rng.choice(TYPES) for _ in range(rng.randint(1, 7 if few else MOST_SLOTS))]
    struct = f"S{number}"
    fields = [(spelling, False) for spelling in spellings]
    some = rng.choice([1.0, 0.7, 0.3])
    mixed = [(spelling, rng.random() < some) for spelling in spellings]
    declared = Class(f"D{number}", "m", fields, types, rules, declared_order=True)
    fitted = Class(f"F{number}", f"f{number}_", fields, types, rules)
    optional = Class(f"M{number}", f"m{number}_", mixed, types, rules, declared_order=rng.random() < 0.15,
                     dict_before=rng.randint(0, len(mixed)) if rng.random() < 0.3 else None)
    earlier += [fitted, optional]

    bases = [rng.choice(earlier)]
    if rng.random() < 0.3:
        others = [c for c in earlier if not c.bases and not c.has_vptr and c not in bases
                  and (c.dict_at is None or bases[0].dict_at is None)]
        if not bases[0].bases and not bases[0].has_vptr and others:
            bases.append(rng.choice(others))
    more = [(rng.choice(TYPES), rng.random() < some) for _ in range(rng.randint(1, 6))]
    adds_dict = all(base.dict_at is None for base in bases) and rng.random() < 0.2
    derived = Class(f"B{number}", f"b{number}_", more, types, rules, bases=tuple(bases), virtual=rng.random() < 0.3,
                    dict_before=rng.randint(0, len(more)) if adds_dict else None)
    earlier.append(derived)

    yield f"\nstruct {struct} {{ {' '.join(member(s, f'm{i}') for i, s in enumerate(spellings))} }};\n"
    yield declared.written()
    offsets = ", ".join(f"offsetof({struct}, m{i})" for i in range(len(fields)))
    yield f"static_assert(sizeof({declared.name}) == sizeof({struct}) && alignof({declared.name}) == alignof({struct}));\n"
    yield f"static_assert(has_offsets<{declared.name}>({{{offsets}}}));\n"
    for i in range(len(fields)):
        yield f'static_assert(sl::descriptor<{declared.name}, "m{i}">.offset == offsetof({struct}, m{i}));\n'
    for one in (declared, fitted, optional, derived):
        if one is not declared:
            yield one.written()
        for claim in one.asserted():
            yield f"static_assert({claim});\n"
    yield f"static_assert(sizeof({fitted.name}) <= sizeof({struct}));\n"


def write_files(folder, options, types, rules):
    rng = random.Random(options.seed)
    words = f"--seed {options.seed} --count {options.count}" + (f" --wrong {rules.wrong}" if rules.wrong else "")
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for first in range(0, options.count, CLASSES_IN_A_FILE):
        path = folder / f"layouts_{first // CLASSES_IN_A_FILE}.cpp"
        earlier = []
        with path.open("w") as out:
            out.write(PRELUDE.format(words=words))
            for number in range(first, min(options.count, first + CLASSES_IN_A_FILE)):
                out.writelines(classes_of(number, rng, types, rules, earlier))
        paths.append(path)
    return paths


# ---- The compiler ---------------------------------------------------------------------------------------------------


def sizes_of_types(compiler, folder, spellings=TYPES, prelude=PRELUDE):
    """{C++ type: (size, alignment)}, as the compiler writes them into its assembly."""
    source = folder / "sizes.cpp"
    probes = "\n".join(f'  asm volatile(".ascii \\"->{i} %c0 %c1\\"" :: "i"(sizeof({t})), "i"(alignof({t})));'
                       for i, t in enumerate(spellings))
    source.write_text(prelude.format(words="nothing yet") + f"void sizes() {{\n{probes}\n}}\n")
    done = subprocess.run([*compiler, "-S", "-o", "-", str(source)], capture_output=True, text=True)
    found = {spellings[int(i)]: (int(size), int(alignment)) for i, size, alignment in
             re.findall(r"->(\d+) \$?(\d+) \$?(\d+)", done.stdout)}
    if len(found) != len(spellings):
        sys.exit(f"{' '.join(compiler)} tells no sizes:\n{done.stderr}")
    return found


def compile_(compiler, path):
    return subprocess.run([*compiler, "-fsyntax-only", str(path)], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C"})


def errors_of(compiler, paths):
    """{file that does not compile: its lines with an error}"""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        done = pool.map(lambda path: compile_(compiler, path), paths)
        return {path: [line for line in one.stderr.splitlines() if "error" in line]
                for path, one in zip(paths, done) if one.returncode != 0}


def run(doc, what, wrong_rules, spellings, prelude, write):
    """Does what the command line says; `write(folder, options, types, rules)` returns the files to be compiled."""
    arguments = sys.argv[1:]
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", default="20260", type=lambda text: text if text == "random" else int(text))
    parser.add_argument("--count", default=200, type=int)
    parser.add_argument("--keep", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--wrong", choices=[*wrong_rules, "all"])
    options = parser.parse_args(arguments[:split])
    if not arguments[split + 1:]:
        parser.error("no compiler after --")
    if options.seed == "random":
        options.seed = random.SystemRandom().randrange(1_000_000)
    tests = pathlib.Path(__file__).resolve().parent.parent
    compiler = [*arguments[split + 1:], f"-I{tests}"]

    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        types = sizes_of_types(compiler, folder, spellings, prelude)
        if options.wrong:
            names = wrong_rules if options.wrong == "all" else [options.wrong]
            paths = {name: write(folder / name, options, types, Rules(name)) for name in names}
            errors = errors_of(compiler, [path for name in names for path in paths[name]])
            accepted = []
            for name in names:
                found = [line for path in paths[name] for line in errors.get(path, ()) if "static assertion failed" in line]
                print(f"rule '{name}' told wrongly: {len(found)} assertions fail")
                if not found:
                    accepted.append(name)
            return f"nobody notices a wrong rule: {', '.join(accepted)}" if accepted else 0

        begin = time.monotonic()
        errors = errors_of(compiler, write(folder, options, types, Rules()))
        for lines in errors.values():
            print("\n".join(lines[:10]))
        print(f"{options.count} {what}, --seed {options.seed}: {sum(map(len, errors.values()))} errors, "
              f"{time.monotonic() - begin:.1f} s")
        return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(run(__doc__, "lists of slots", WRONG_RULES, TYPES, PRELUDE, write_files))
