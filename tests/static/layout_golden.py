"""The layout of 200 fixed classes is what it was: the same on every 64-bit compiler, in every version of the library that
keeps its inline namespace.

layout_golden.py [--legs | --write] -- COMPILER FLAGS...

The classes have bases, dict slots and weakref slots; the types of their slots have one size everywhere. A program prints
where everything lies, and layouts.golden says where it should. --legs: with each standard, optimised, with NDEBUG,
without exceptions, too. --write makes layouts.golden anew: only together with a new inline namespace.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile

GOLDEN = pathlib.Path(__file__).resolve().parent / "layouts.golden"
CLASSES = 200

TYPES = """bool|char|std::int8_t|std::uint8_t|std::int16_t|std::uint16_t|std::int32_t|std::uint32_t|std::int64_t
std::uint64_t|float|double|void*|const char*|byte_enum|int_enum|char[5]|std::int32_t[3]|double[2]|std::array<std::int16_t, 3>
three|cell16|cell64""".replace("\n", "|").split("|")

LEGS = [["-O2", "-DNDEBUG"], ["-std=c++23", "-O1", "-fno-exceptions"], ["-std=c++26", "-O3", "-DNDEBUG", "-fno-exceptions"]]

PRELUDE = """// Written by layout_golden.py
#include <slotted/slotted.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>

namespace sl = slotted;

enum class byte_enum : unsigned char { none };
enum class int_enum : std::int32_t { none };
struct three { char bytes[3]; };
struct alignas(16) cell16 { char bytes[16]; };
struct alignas(64) cell64 { char bytes[64]; };

static void print_place(const char* what, std::size_t offset, std::size_t none) {
  if (offset != none) std::printf(" %s@%zu", what, offset);
}

template <std::size_t N>
void print(const char* name, const sl::class_layout<N>& layout, const sl::member* members) {
  std::printf("%s size %zu align %zu data %zu", name, layout.size, layout.alignment, layout.data_size);
  print_place("dict", layout.dict_offset, layout.none);
  print_place("weakref", layout.weakref_offset, layout.none);
  for (std::size_t i = 0; i != N; ++i) {
    std::printf(" %s@%zu", members[i].name.data(), members[i].offset);
    if (members[i].presence_mask != 0)
      std::printf("/%zu:%02x", members[i].presence_offset, unsigned{members[i].presence_mask});
  }
  std::puts("");
}

#define TEXT(x) #x
#define TEXT_OF(x) TEXT(x)

"""


class Numbers:
    """The same in every version of Python: Knuth's linear congruential generator, its upper bits."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) * bound >> 31

    def one_of(self, choices):
        return choices[self.below(len(choices))]


class Class:
    def __init__(self, number, numbers, earlier):
        self.name = f"C{number}"
        self.bases, self.has_dict, self.has_weakref = [], False, False
        if earlier and numbers.below(3) == 0:
            self.bases = [numbers.one_of(earlier)]
            first = self.bases[0]
            second = numbers.one_of(earlier)
            if (numbers.below(2) == 0 and second is not first and not first.bases and not second.bases
                    and not (first.has_dict and second.has_dict) and not (first.has_weakref and second.has_weakref)):
                self.bases.append(second)
        self.has_dict = any(base.has_dict for base in self.bases)
        self.has_weakref = any(base.has_weakref for base in self.bases)

        share = numbers.below(4)  # of four slots, how many may be unset
        count = 1 + numbers.below(5) + (10 if numbers.below(12) == 0 else 0)  # a few need a second presence byte
        self.slots = [self.slot(number, i, numbers, share) for i in range(count)]
        for what, inherited in (("dict", self.has_dict), ("weakref", self.has_weakref)):
            if not inherited and numbers.below(4) == 0:
                spelling = "sl::dict_slot<>" if what == "dict" else "sl::weakref_slot"
                self.slots.insert(numbers.below(len(self.slots) + 1), spelling)
                setattr(self, f"has_{what}", True)
        self.declared_order = numbers.below(6) == 0

    @staticmethod
    def slot(number, i, numbers, share):
        kind = "slot" if numbers.below(4) < share else "field"
        return f'sl::{kind}<"c{number}_{i}", {numbers.one_of(TYPES)}>'

    def written(self):
        parts = [self.name]
        if self.bases:
            parts.append(f"sl::extends<{', '.join(base.name for base in self.bases)}>")
        if self.declared_order:
            parts.append("sl::declared_order")
        parts.append(f"sl::slots<{', '.join(self.slots)}>")
        return f"struct {self.name} : sl::object<{', '.join(parts)}> {{}};\n"


def program():
    numbers, classes = Numbers(20260), []
    for number in range(CLASSES):
        classes.append(Class(number, numbers, classes))
    calls = "".join(f'  print("{one.name}", sl::layout_of<{one.name}>, sl::members<{one.name}>.data());\n' for one in classes)
    return (PRELUDE + "".join(one.written() for one in classes)
            + f"\nint main() {{\n  std::puts(TEXT_OF(SLOTTED_NAMESPACE));\n{calls}}}\n")


def layouts(compiler, source):
    """What the program prints, its inline namespace first; or None and what the compiler says."""
    binary = source.with_suffix("")
    done = subprocess.run([*compiler, "-o", str(binary), str(source)], capture_output=True, text=True)
    if done.returncode != 0:
        return None, done.stderr
    lines = subprocess.run([str(binary)], capture_output=True, text=True, check=True).stdout.splitlines()
    lines[0] = lines[0].removesuffix("_members")  # slots that are real members lie where others do
    return lines, ""


def knows(compiler, flags, folder):
    source = folder / "empty.cpp"
    source.write_text("int main() {}\n")
    return subprocess.run([*compiler, *flags, "-fsyntax-only", str(source)], capture_output=True).returncode == 0


def difference(expected, found):
    """The first one, in words, or nothing."""
    if found[0] != expected[0]:
        return f"layouts.golden is of the inline namespace {expected[0]}, not {found[0]}: --write makes it anew"
    for was, now in zip(expected, found):
        if was != now:
            return f"a change of layout needs a new inline namespace (config.hpp)\n  was {was}\n  is  {now}"
    return "" if len(found) == len(expected) else f"{len(found) - 1} classes, {len(expected) - 1} in layouts.golden"


def main():
    arguments = sys.argv[1:]
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--legs", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments[:split])
    compiler = arguments[split + 1:]
    if not compiler:
        parser.error("no compiler after --")

    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        source = folder / "layouts.cpp"
        source.write_text(program())
        legs = [["-O0"]] + ([leg for leg in LEGS if knows(compiler, leg, folder)] if options.legs else [])
        equal = 0
        for leg in legs:
            found, errors = layouts([*compiler, *leg], source)
            if found is None:
                sys.exit(f"{' '.join(leg)}: does not compile\n{errors[:2000]}")
            if options.write:
                GOLDEN.write_text("\n".join(found) + "\n")
                print(f"{len(found) - 1} classes written, of {found[0]}")
                return 0
            wrong = difference(GOLDEN.read_text().splitlines(), found)
            print(f"{' '.join(leg)}: {wrong or 'equal'}")
            equal += not wrong
        print(f"{CLASSES} classes: {equal} of {len(legs)} configurations equal")
        return 0 if equal == len(legs) else 1


if __name__ == "__main__":
    sys.exit(main())
