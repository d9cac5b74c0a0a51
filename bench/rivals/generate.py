"""Writes what the objects of N numbers are made of, for each N: classes, a switch, gperf's input, Qt's properties.

    generate.py FOLDER

One list, names.txt, is behind all of them: a name to a line, and beside it one that no object has.
"""
import pathlib
import sys

COUNTS = (1, 3, 4, 8, 16, 32, 64, 256)
WITH_RIVALS = (3, 8, 16, 32, 64)  # for which there are perfect hashes, gperf's and others, and a class of Qt
MOST = 2**64 - 1

HEAD = "// Made by bench/rivals/generate.py from bench/rivals/names.txt.\n#pragma once\n"

NUMBERS = """
template <>
struct generated<{count}> {{
  template <class Number>
  struct members {{
    using numbers = generated<{count}>;
    Number {members};
  }};
  struct slot_list : sl::slots<{slots}> {{}};
  struct field_list : sl::slots<{fields}> {{}};
  struct with_slots : sl::object<with_slots, slot_list> {{
    using object::object;
  }};
  struct with_fields : sl::object<with_fields, field_list> {{
    using object::object;
  }};
  static constexpr std::array<const char*, {count}> names{{{names}}};
  static constexpr std::array<const char*, {count}> unknown_names{{{unknown}}};
{hashes}  template <class Object>
  static constexpr std::array pointers{{{pointers}}};

  template <class Object, class F>
  static bool any_member(Object& o, F& f) {{
    return {any_member};
  }}
  template <class Object, class F>
  [[gnu::always_inline]] static void each_member(Object& o, const F& f) {{
    {each_member}
  }}
  template <class Object, class Members>
  static Object make(const Members& from) {{
    return Object{{{values}}};
  }}
  template <class Object, class Members>
  static void set_each(Object& o, const Members& from) {{
    if constexpr (requires {{ typename Object::numbers; }}) {{
      {assignments}
    }} else {{
      {set_slots}
    }}
  }}
  static int index_by_switch(const std::string& name) {{
    switch (name.size()) {{{cases}
    }}
    return -1;
  }}
}};
"""


HASHES = """  static constexpr std::uint64_t multiplier = {multiplier}u, telling_bits = {mask}u;
  static constexpr int places_by_product = {bits};
"""


def hashes(names):
    """For names_read_past.hpp: what makes its hashes of these names perfect."""
    words = [[int.from_bytes(name.encode()[at:at + 8], "little") for at in (0, 8)] for name in names]
    folded = [low ^ (high << 29 | high >> 35) & MOST for low, high in words]
    bits = (4 * len(names) - 1).bit_length()
    multiplier = 0x9E3779B97F4A7C15
    while len({word * multiplier % (MOST + 1) >> 64 - bits for word in folded}) < len(names):
        multiplier = (multiplier * 6364136223846793005 + 2) % (MOST + 1)
    mask = MOST
    for bit in reversed(range(64)):
        if len({low & mask & ~(1 << bit) for low, _ in words}) == len(names):
            mask &= ~(1 << bit)
    assert len({low & mask for low, _ in words}) == len(names), "the first eight characters do not tell the names apart"
    return HASHES.format(multiplier=multiplier, mask=mask, bits=bits)


def numbers(rows):
    names, unknown = zip(*rows)
    listed = lambda pattern, between=", ": between.join(pattern.format(name) for name in names)
    cases = ""
    for length in sorted({len(name) for name in names}):
        cases += f"\n      case {length}:"
        for index, name in enumerate(names):
            if len(name) == length:
                cases += f'\n        if (std::memcmp(name.data(), "{name}", {length}) == 0) return {index};'
        cases += "\n        break;"
    return NUMBERS.format(
        count=len(rows), members=", ".join(names), slots=listed('sl::slot<"{}", double>'),
        fields=listed('sl::field<"{}", double>'), names=listed('"{}"'), unknown=", ".join(f'"{u}"' for u in unknown),
        pointers=listed("&Object::{}"), any_member=listed('f("{0}", o.{0})', " || "),
        each_member=listed('f("{0}", o.{0});', " "), values=listed("from.{}"),
        assignments=listed("o.{0} = from.{0};", " "), set_slots=listed('setattr(o, "{0}"_slot, from.{0});', " "),
        cases=cases, hashes=hashes(names) if len(rows) in WITH_RIVALS else "")


def gperf(rows):
    keywords = "".join(f"{name}, {index}\n" for index, (name, _) in enumerate(rows))
    return (f"%language=C++\n%define class-name gperf_{len(rows)}\n%define lookup-function-name find\n%struct-type\n"
            f"%readonly-tables\n%enum\nstruct gperf_entry_{len(rows)} {{ const char* name; int index; }};\n"
            f"%%\n{keywords}")


def qt_class(rows):
    properties = "".join(f"  Q_PROPERTY(double {name} MEMBER {name})\n" for name, _ in rows)
    members = ", ".join(f"{name} = 0" for name, _ in rows)
    return (f"\nclass qt_numbers_{len(rows)} : public QObject {{\n  Q_OBJECT\n{properties}"
            f" public:\n  double {members};\n}};\n")


def main(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    lines = (pathlib.Path(__file__).parent / "names.txt").read_text().splitlines()
    rows = [line.split() for line in lines]
    (folder / "generated_numbers.hpp").write_text(
        HEAD + "namespace bench {\n" + "".join(numbers(rows[:count]) for count in COUNTS) + "}  // namespace bench\n")
    (folder / "qt_numbers.hpp").write_text(
        HEAD + "#include <QObject>\n" + "".join(qt_class(rows[:count]) for count in WITH_RIVALS))
    for count in WITH_RIVALS:
        (folder / f"gperf_{count}.gperf").write_text(gperf(rows[:count]))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
