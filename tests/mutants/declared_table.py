"""What a class declares of a slot, and numbers that stand for a class: the invariants, broken."""
import pathlib

# The unit tests themselves, with a Catch2 of a page.
STAND_IN = [f"-I{pathlib.Path(__file__).resolve().parent / 'without_catch'}"]
KILLERS = {
    "lay_out": ("unit/lay_out.cpp", "asan", STAND_IN, []),
    "left_out": ("unit/left_out.cpp", "asan", STAND_IN, []),
    "overrides": ("unit/overrides.cpp", "asan", STAND_IN, []),
}

# name, header or test program, what is there, what is there instead, who sees it
MUTANTS = [
    # Layouts from numbers.
    ("the declared order is always taken", "layout", "if (declared.size() == align_up(bytes", "if (declared.size() >= align_up(bytes", "lay_out"),
    ("the declared order is lost where first fit was in vain", "layout", "  declared = begin;\n", "", "lay_out"),
    ("bases are forgotten", "lay_out", "base.data_size, base.alignment}, next", "0, 1}, next", "lay_out"),
    ("every item has a bit", "lay_out", "if (item.may_be_unset) ++bits;", "++bits;", "lay_out"),
    ("all slots have one bit", "lay_out", "presence_mask_of(bit++)", "presence_mask_of(bit)", "lay_out"),
    ("all bits are in one byte", "lay_out", "offset[items.size()] + presence_byte_of(bit)", "offset[items.size()]", "lay_out"),
    ("the bits are an item in memory", "lay_out", "if (order[k] != items.size()) found", "found", "lay_out"),
    ("the policy declared_order is lost", "lay_out", "lay_out_items(items, base, true)", "lay_out_items(items, base, false)", "lay_out"),
    ("an empty object has no size", "lay_out", "made.end != 0 ? made.size() : made.alignment", "made.size()", "lay_out"),
    ("three is an alignment", "lay_out", "(number & (number - 1)) == 0", "true", "lay_out"),
    ("none is an alignment", "lay_out", "number != 0 && (number", "(number", "lay_out"),
    ("the alignment of bases is not looked at", "lay_out", "  if (!is_alignment(base.alignment)) raise_no_alignment(base.alignment);\n", "", "lay_out"),
    ("sizes go round", "lay_out", "if (more > most || sum > most - more) raise_too_large();", "", "lay_out"),

    # Slots left out.
    ("what is not compared is ordered", "left_out", "std::is_same_v<Feature, ordering> || std::is_same_v<Feature, hashing>)\n", "std::is_same_v<Feature, hashing>)\n", "left_out"),
    ("what is not compared is hashed", "left_out", "std::is_same_v<Feature, ordering> || std::is_same_v<Feature, hashing>)\n", "std::is_same_v<Feature, ordering>)\n", "left_out"),
    ("a slot with traits is left out of everything", "left_out", "return what_is_said<Feature>(static_cast<traits*>(nullptr)) == said::without;", "return true;", "left_out"),
    ("slots are compared all the same", "compare", "is_left_out<equality, typename Entry::slot>()", "false", "left_out"),
    ("slots are ordered all the same", "compare", "if constexpr (is_left_out<ordering, typename Entry::slot>()) {", "if constexpr (false) {", "left_out"),
    ("the order is as weak as that of a slot left out", "compare", "if constexpr (is_left_out<ordering, typename Entry::slot>())\n", "if constexpr (false)\n", "left_out"),
    ("slots are hashed all the same", "hash", "is_left_out<hashing, typename Entry::slot>()", "false", "left_out"),
    ("slots are printed all the same", "value_text", "is_left_out<printing, typename Entry::slot>()", "false", "left_out"),
    ("the type of a slot left out is asked", "features", "is_left_out<Feature, typename Entry::slot>()", "false", "left_out"),

    # Overridden defaults.
    ("no default is overridden", "arguments", "requires(Declaration::overrides_defaults &&", "requires(false &&", "overrides"),
    ("the default wins over what is given", "arguments", "is_provided<Given, entry>(), pack<>,", "false, pack<>,", "overrides"),
    ("the constructor asks for what has a default", "arguments", "if constexpr (Declaration::has_overrides)\n    return pack<slot_in", "if constexpr (false)\n    return pack<slot_in", "overrides"),
    ("the class lacks what has a default", "arguments", "  requires(Declaration::has_overrides)\n", "  requires(false)\n", "overrides"),
    ("every default is made without throwing", "default_value", "return std::is_nothrow_constructible_v<T, const kind&> && std::is_arithmetic_v<kind>;", "return true;", "overrides"),
    ("bases are heard before the class", "overrides", "      return own{};", "      return find_override_in_bases<Name>(static_cast<typename Declaration::bases*>(nullptr));", "overrides"),
    ("only the class is heard, no base", "overrides", "      return found{};", "      return std::type_identity<void>{};", "overrides"),
    ("the second base is not heard", "overrides", "      return find_override_in_bases<Name>(static_cast<pack<Bases...>*>(nullptr));\n  } else {", "      return std::type_identity<void>{};\n  } else {", "overrides"),
    ("a builder knows the base's default only", "builder", 
     "slot_in<declaration_of<typename class_built_from<Values>::type>, Entry>;", "typename Entry::slot;", "overrides"),
    ("a builder asks for what has a default", "builder", "is_required<slot_in<declaration_of<C>, Entry>>", "is_required<typename Entry::slot>", "overrides"),
]
