# Copyright (c) 2026 the slotted authors
# SPDX-License-Identifier: MIT
"""Random aggregates, each adopted by slotted classes, as static assertions that a compiler checks.

aggregates.py [--seed NUMBER|random] [--count N] [--keep FOLDER] [--wrong RULE|all] -- COMPILER FLAGS...

For each of N aggregates A of 1 to 24 members, wherever a class can stand: in namespaces, in a function, in a class, made
from a template:
  C  adopts A alone: its names, types and offsets are those of A, and so are its size, its alignment and what is trivial
  W  adopts A among slots of its own: they lie outside of all of A's bytes, the padding in its end included
  B  the same behind a base class, in its tail padding where that is free; with a vptr or without
  D  derives from one of these, with more slots
  L  for every second A: some of its members, listed by hand, in any order
Where the compiler has reflection it says itself what the members of A are: their names, types and offsets must be those of C.

The rules are those of layouts.py, to which an adopted aggregate is one member, whole: that all compilers put every slot
where they say is what makes their layouts one. With --wrong one of them, or a name or a type, is told wrongly, and the
compiler must refuse what follows: these assertions can fail.
"""
import random
import re
import sys

from layouts import Class, Rules, aligned, run

AGGREGATES_IN_A_FILE = 10
MOST_MEMBERS = 24

# What a member is initialised with, by its type; without one where there is no text.
TYPES = {
    "bool": " = true", "char": " = 'c'", "signed char": " = -1", "unsigned char": "{255}", "char8_t": " = u8'8'",
    "char16_t": " = u'u'", "wchar_t": " = L'w'", "short": " = -2", "unsigned short": "{7}", "int": " = 1", "unsigned": "{}",
    "long": " = 1 << 20", "std::int64_t": " = INT64_MIN", "std::uint64_t": " = UINT64_MAX", "float": " = 0.5f",
    "double": "{2.5}", "long double": " = 1e300L", "void*": " = nullptr", "const char*": ' = "text"',
    "std::nullptr_t": " = {}", "byte_enum": " = byte_enum::none", "plain_enum": " = nothing", "void (*)(int)": " = nullptr",
    "int (&(*)())[3]": "{}", "int tail::*": " = nullptr", "void (guarded_tail::*)(int)": " = nullptr",
    "char[5]": ' = "four"', "int[3]": " = {1, 2, 3}", "double[2][2]": "{{1}, {2, 3}}", "std::string[2]": '{"one"}',
    "tail[2]": " = {}", "std::unique_ptr<int>[2]": "{}", "std::array<short, 3>": "{}",
    "std::array<std::array<char, 2>, 2>": " = {}", "std::string": ' = "text"', "std::string_view": ' = "text"',
    "std::vector<int>": "{1, 2}", "std::unique_ptr<int>": " = nullptr", "std::shared_ptr<void>": "{}",
    "std::optional<int>": " = 1", "std::any": " = 1", "std::variant<int, std::string>": ' = "text"',
    "std::function<int(int)>": " = nullptr", "std::map<int, std::string>": '{{1, "one"}}', "std::pair<int, char>": "{1, 'c'}",
    "std::tuple<char, double>": "{}", "std::atomic<int>": " = 4", "empty": "{}", "tail": " = {1.5, 'm'}",
    "guarded_tail": "{}", "nested": " = {{2}, 'n'}", "late_tail": "{}", "three": " = {'a'}", "cell16": "{}", "cell64": " = {}",
    "const int": " = 5", "const std::string": ' = "constant"', "const char[3]": ' = "ab"', "no_default": " = no_default(3)",
    "const no_default": "{4}", "move_only": "{}", "immovable": "{}", "greedy": "{}", "narrow": " = 1",
}
NEEDS_VALUE = {"no_default", "const no_default"}
MADE_FROM_ANYTHING = {"std::any", "greedy"}

NAMES = """x|y|value|ts|id|_|__x|_x|x1|_0|l|O|A|T|I|C|C1|self|cls|None|True|def|lambda|pass|from|import|in_|is|with|yield|raise
del|get|set|has|slots|field|slot|object|type|name|count|index|pointer|bytes|of|offset|size|data|first|second|members|adopted
class_|int32|new_|int_|operators|template1|thiz|final|override|module|slotted|slotted_|slotted_value|slotted_tail|std
größe|naïve|имя|名|名前2|ñ|π|a_very_long_name_of_a_member_that_goes_on_and_on_until_no_buffer_of_sixty_four_takes_it_whole
aggregate|imagined|anonymous|namespace_|unnamed|lambda1|with_|auto_|tag|shape|base|more|note|key|at|text""".replace(
    "\n", "|").split("|")

PRELUDE = """// Written by aggregates.py with {words}
#include "static/layout_proof.hpp"

#include <any>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

// What offsetof says of a class with bases is what these compilers do.
#pragma GCC diagnostic ignored "-Winvalid-offsetof"

namespace sl = slotted;
using layout_proof::has_offsets, layout_proof::has_presence_at, layout_proof::is_sound;

struct empty {{}};
enum class byte_enum : unsigned char {{ none }};
enum plain_enum {{ nothing }};
struct tail {{ double real; char mark; }};
struct guarded_tail {{ guarded_tail(); double real; char mark; }};
struct nested {{ tail inner; char mark; }};
struct late_tail {{ double real = 1; char mark = 'm'; }};  // compilers differ in whether a derived class may use the end
struct three {{ char bytes[3]; }};
struct alignas(16) cell16 {{ char bytes[16]; }};
struct alignas(64) cell64 {{ char bytes[64]; }};
struct no_default {{ explicit no_default(int); double real; char mark; }};
struct move_only {{ move_only() = default; move_only(move_only&&) = default; move_only& operator=(move_only&&) = default; int value; }};
struct immovable {{ immovable() = default; immovable(const immovable&) = delete; short value; }};
struct greedy {{ greedy() = default; template <class T> greedy(const T&); char value; }};  // made from anything
struct narrow {{ narrow(int = 0); unsigned char value; }};
struct empty_base {{}};
struct lone_base {{}};
template <class T> struct mixin {{}};
struct slotted_plain_base {{ double plain_real; char plain_mark; }};
struct guarded_base {{ guarded_base(); double guarded_real; char guarded_mark; }};
struct one_byte_base {{ one_byte_base(); char guarded_byte; }};
struct Slotted : sl::object<Slotted, sl::slots<sl::field<"s0", double, sl::defaults_to<1>>, sl::slot<"s1", char>>> {{
  using object::object;
}};
struct Virtual : sl::object<Virtual, sl::slots<sl::slot<"v0", int>>> {{ using object::object; virtual void speak(); }};

template <class C, sl::name Name>
using type_of = typename decltype(sl::descriptor<C, Name>)::value_type;

/// The names of all slots, bases first, in declared order.
template <class C, std::size_t N>
constexpr bool has_names(const std::string_view (&expected)[N]) {{
  if (sl::slot_count<C> != N) return false;
  for (std::size_t i = 0; i != N; ++i)
    if (sl::members<C>[i].name != expected[i] || sl::slot_names<C>[i] != expected[i]) return false;
  return true;
}}

/// What is trivial and what cannot throw in an aggregate is so in the class; what can be done with it can be done.
template <class C, class A>
constexpr bool keeps_traits =
#if defined(__clang__)  // says of a struct with a const member of a class that it is not, but not of one derived from it
    std::is_trivially_copyable_v<C> >= std::is_trivially_copyable_v<A> &&
#else
    std::is_trivially_copyable_v<C> == std::is_trivially_copyable_v<A> &&
#endif
    std::is_trivially_destructible_v<C> == std::is_trivially_destructible_v<A> &&
    std::is_copy_constructible_v<C> == std::is_copy_constructible_v<A> &&
    std::is_move_constructible_v<C> == std::is_move_constructible_v<A> &&
    std::is_copy_assignable_v<C> == std::is_copy_assignable_v<A> &&
    std::is_move_assignable_v<C> == std::is_move_assignable_v<A> &&
    std::is_nothrow_copy_constructible_v<C> == std::is_nothrow_copy_constructible_v<A> &&
    std::is_nothrow_move_constructible_v<C> == std::is_nothrow_move_constructible_v<A>;

#if defined(__cpp_impl_reflection)
#include <meta>
/// The slots of a class are, in their order, what the compiler itself says of the members of an aggregate.
template <class C, class A>
consteval bool is_as_reflected() {{
  const auto members = nonstatic_data_members_of(^^A, std::meta::access_context::unchecked());
  std::size_t slot = 0;
  bool same = sl::slot_count<C> == members.size();
  sl::for_each_slot<C>([&]<class Descriptor>(Descriptor) consteval {{
    if (!same) return;
    const auto member = members[slot++];
    same = Descriptor::name == identifier_of(member) && is_same_type(^^typename Descriptor::value_type, std::meta::type_of(member)) &&
           Descriptor::offset == static_cast<std::size_t>(offset_of(member).bytes) && offset_of(member).bits == 0 &&
           Descriptor::size == size_of(member);
  }});
  return same;
}}
// It can say no: to another name, type, offset, order and number.
struct original {{ char a; int b; }};
struct Original : sl::object<Original, sl::slots<sl::fields_of<original>>> {{ using object::object; }};
struct other_name {{ char a; int c; }};
struct other_type {{ char a; unsigned b; }};
struct other_offset {{ char a; alignas(8) int b; }};
struct other_order {{ int b; char a; }};
struct one_more {{ char a; int b; int c; }};
struct one_less {{ char a; }};
static_assert(is_as_reflected<Original, original>());
static_assert(!is_as_reflected<Original, other_name>() && !is_as_reflected<Original, other_type>() &&
              !is_as_reflected<Original, other_offset>() && !is_as_reflected<Original, other_order>() &&
              !is_as_reflected<Original, one_more>() && !is_as_reflected<Original, one_less>());
#define AGREES_WITH_REFLECTION(C, A) static_assert(is_as_reflected<C, A>());
#else
#define AGREES_WITH_REFLECTION(C, A)
#endif
"""

# Bases of a class: where its data ends, its size and its alignment, as the C++ ABI says of the structs above.
class Base:
    bases = ()
    dict_at = None

    def __init__(self, name, end, size, alignment, names=(), offsets=(), has_vptr=False):
        self.name, self.end, self.size, self.alignment = name, end, size, alignment
        self.names, self.offsets, self.has_vptr = list(names), list(offsets), has_vptr


BASES = [None, Base("slotted_plain_base", 16, 16, 8), Base("guarded_base", 9, 16, 8), Base("one_byte_base", 1, 1, 1),
         Base("lone_base", 0, 1, 1), Base("Slotted", 10, 16, 8, ["s0", "s1"], [0, 8]),
         Base("Virtual", 13, 16, 8, ["v0"], [8], has_vptr=True)]

WRONG_RULES = ["end", "padding", "order", "tail", "hole", "name", "type", "default"]


class Aggregate:
    """A struct: what it is made of, and where each member lies."""

    def __init__(self, number, rng, types, rules):
        self.number, self.name, self.rules = number, f"A{number}", rules
        few = rng.random() < 0.4
        self.spellings = [rng.choice(list(TYPES)) for _ in range(rng.randint(1, 6 if few else MOST_MEMBERS))]
        self.names = rng.sample(NAMES, len(self.spellings))
        often = rng.choice([0.0, 0.3, 1.0])
        self.initialised = [rng.random() < often for _ in self.spellings]
        self.bases = rng.choice([[]] * 3 + [["empty_base"], [f"mixin<{self.name}>", "mixin<int>"]])
        self.scope = rng.choice(["global", "namespace", "anonymous", "function", "template", "class"])
        members = [types[spelling] for spelling in self.spellings]
        packed = [(size, 1) for size, _ in members] if rules.wrong == "padding" else members
        self.offsets, _, self.end = Rules().in_order(packed, 0, 0)
        self.alignment = max(alignment for _, alignment in members)
        self.size = aligned(self.end, self.alignment)
        self.has_default = all(given or spelling not in NEEDS_VALUE
                               for spelling, given in zip(self.spellings, self.initialised))
        if self.scope == "template":
            self.bases = self.bases[-1:]

    def member(self, i, spelling):
        for pattern, form in ((r"(.*\()(.*\*)(\).*)", r"\1\2{}\3"), (r"([^\[]*)((?:\[\d+\])+)", r"\1 {}\2")):
            if re.fullmatch(pattern, spelling):
                spelling = re.sub(pattern, form, spelling).format(self.names[i])
                break
        else:
            spelling += " " + self.names[i]
        return f"  {spelling}{TYPES[self.spellings[i]] if self.initialised[i] else ''};\n"

    def body(self, spellings):
        bases = f" : {', '.join(self.bases)}" if self.bases else ""
        return bases + " {\n" + "".join(self.member(i, spelling) for i, spelling in enumerate(spellings)) + "};\n"

    def written(self):
        """The text around everything about this aggregate: before it, and behind it."""
        struct = f"struct {self.name}{self.body(self.spellings)}"
        if self.scope == "namespace":
            return f"namespace n{self.number}::внутри {{\n{struct}", "}\n"
        if self.scope == "anonymous":
            return f"namespace {{\n{struct}", "}\n"
        if self.scope == "function":
            return f"inline void f{self.number}() {{\n{struct}", "}\n"
        if self.scope == "class":
            return f"struct outer{self.number} {{\n{struct}}};\nusing {self.name} = outer{self.number}::{self.name};\n", ""
        if self.scope == "template":
            # Every second member is of a type that is a parameter.
            spelled = [f"P{i}" if i % 2 else spelling for i, spelling in enumerate(self.spellings)]
            parameters = ["int N", *(f"class P{i}" for i in range(1, len(spelled), 2))]
            given = ["3", *self.spellings[1::2]]
            return (f"template <{', '.join(parameters)}>\nstruct t{self.number}{self.body(spelled)}"
                    f"using {self.name} = t{self.number}<{', '.join(given)}>;\n"), ""
        return struct, ""


class Adopting(Class):
    """A slotted class among whose slots is an aggregate, or some of its members listed by hand."""

    def __init__(self, name, prefix, before, behind, aggregate, types, *, listed=None, base=None, virtual=False):
        self.aggregate, self.listed = aggregate, listed
        rules = aggregate.rules
        whole = f"sl::fields_of<{aggregate.name}{''.join(f', &{aggregate.name}::{aggregate.names[i]}' for i in listed or ())}>"
        bytes_of = aggregate.end if rules.wrong == "end" else aggregate.size
        super().__init__(name, prefix, [*before, (whole, False), *behind], types | {whole: (bytes_of, aggregate.alignment)},
                         rules, bases=(base,) if base else (), declared_order=rules.wrong == "order", virtual=virtual)
        inherited = len(base.offsets) if base else 0
        at = inherited + len(before)
        members = range(len(aggregate.names)) if listed is None else listed
        self.offsets[at:at + 1] = [self.offsets[at] + aggregate.offsets[i] for i in members]
        self.names = [f"{prefix}{i}" for i in range(len(self.slots))]
        self.names[len(before):len(before) + 1] = [aggregate.names[i] for i in members]
        if rules.wrong == "name":
            self.names[len(before)] += "_"
        if base:
            self.names = base.names + self.names
        self.own = len(before) + len(members) + len(behind)
        # Where the order is wrong it is the other one that is written, not that which is told.
        self.declared_order = False

    def item(self, i):
        return self.slots[i][0] if "fields_of" in self.slots[i][0] else super().item(i)

    def asserted(self):
        yield f"sizeof({self.name}) == {self.size} && alignof({self.name}) == {self.alignment}"
        yield f"is_sound<{self.name}>() && sl::is_exact<{self.name}>"
        yield f"has_offsets<{self.name}>({{{', '.join(map(str, self.offsets))}}})"
        yield f"has_names<{self.name}>({{{', '.join(f'{chr(34)}{name}{chr(34)}' for name in self.names)}}})"
        if self.presence_at is not None:
            yield f"has_presence_at<{self.name}>({self.own}, {self.presence_at})"
        if not self.has_vptr:
            yield f"sl::layout_of<{self.name}>.data_size == {self.end}"


def some_slots(rng, most):
    plain = [spelling for spelling in TYPES if spelling not in NEEDS_VALUE]
    return [(rng.choice(plain), rng.random() < 0.5) for _ in range(rng.randint(0, most))]


def classes_of(number, rng, types, rules):
    """The text for one aggregate."""
    a = Aggregate(number, rng, types, rules)
    opening, closing = a.written()
    yield "\n" + opening
    alone = Adopting(f"C{number}", "c", [], [], a, types)
    among = Adopting(f"W{number}", "w", some_slots(rng, 4), some_slots(rng, 4) + [("char", True)], a, types)
    virtual = a.scope != "function" and rng.random() < 0.2  # a function that is not there
    behind = Adopting(f"B{number}", "b", some_slots(rng, 2), some_slots(rng, 2), a, types, base=rng.choice(BASES),
                      virtual=virtual)
    classes = [alone, among, behind]
    if number % 2 == 0 and a.has_default:
        some = rng.sample(range(len(a.names)), rng.randint(1, len(a.names)))
        classes.append(Adopting(f"L{number}", "l", some_slots(rng, 2), some_slots(rng, 2), a, types, listed=some,
                                base=rng.choice(BASES)))
    above = rng.choice(classes)
    derived = Class(f"D{number}", "d", [("char", False), *some_slots(rng, 3)], types, rules, bases=(above,))

    yield f"static_assert(sizeof({a.name}) == {a.size} && alignof({a.name}) == {a.alignment});\n"
    for one in classes:
        yield one.written()
        for claim in one.asserted():
            yield f"static_assert({claim});\n"
    for spelling, name, offset in zip(a.spellings, a.names, a.offsets):
        if rules.wrong == "type":
            spelling = f"volatile {spelling}" if "(" not in spelling else "void"
        yield f'static_assert(std::is_same_v<type_of<C{number}, "{name}">, {spelling}>);\n'
        yield (f'static_assert(offsetof({a.name}, {name}) == {offset} && '
               f'sl::descriptor<C{number}, "{name}">.offset == offsetof({a.name}, {name}));\n')
    yield f"AGREES_WITH_REFLECTION(C{number}, {a.name})\n"
    yield f"static_assert(sizeof(C{number}) == sizeof({a.name}) && alignof(C{number}) == alignof({a.name}));\n"
    yield f"static_assert(std::is_base_of_v<{a.name}, C{number}> && keeps_traits<C{number}, {a.name}>);\n"
    has_default = a.has_default != (rules.wrong == "default")
    yield f"static_assert({'' if has_default else '!'}std::is_default_constructible_v<C{number}>);\n"
    yield derived.written()
    for claim in derived.asserted():
        yield f"static_assert({claim});\n"
    yield closing


def write_files(folder, options, types, rules):
    rng = random.Random(options.seed)
    words = f"--seed {options.seed} --count {options.count}" + (f" --wrong {rules.wrong}" if rules.wrong else "")
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for first in range(0, options.count, AGGREGATES_IN_A_FILE):
        path = folder / f"aggregates_{first // AGGREGATES_IN_A_FILE}.cpp"
        with path.open("w") as out:
            out.write(PRELUDE.format(words=words))
            for number in range(first, min(options.count, first + AGGREGATES_IN_A_FILE)):
                out.writelines(classes_of(number, rng, types, rules))
        paths.append(path)
    return paths


if __name__ == "__main__":
    sys.exit(run(__doc__, "aggregates", WRONG_RULES, list(TYPES), PRELUDE, write_files))
