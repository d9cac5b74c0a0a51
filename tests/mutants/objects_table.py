"""Presence bits, cells, and what finds, compares, copies and moves them: the invariants, broken."""


def beside(name):
    """Random programs on objects of one class of model/objects_classes.hpp."""
    return ("model/objects.cpp", "asan", [f"-DSLOTTED_MODEL_CLASSES={name}"], ["--operations", "50000"])


KILLERS = {name: beside(name) for name in ("Counted", "Fragile", "Leaf", "Many", "Numbers", "Rows", "Texts", "Traits",
                                           "Unset", "Watched")}

# name, header, what is there, what is there instead, the class that shows it
MUTANTS = [
    # Presence bits.
    ("a deleted slot keeps its bit", "cell", "  mark_unset<Entry>(object);\n", "", "Unset"),
    ("bits are marked instead of slots", "cell", "static_cast<unsigned char>(byte) | mask_of<Entry>", "mask_of<Entry>", "Unset"),
    ("bit 64 is bit 0", "layout", "return bit / 8; }", "return bit / 8 % 8; }", "Many"),
    ("the bit is set before the value stands", "cell",
     "  std::construct_at(__builtin_addressof(room_in(cell).slotted_held), std::forward<Source>(source));\n  mark_set<Entry>(object);",
     "  mark_set<Entry>(object);\n  std::construct_at(__builtin_addressof(room_in(cell).slotted_held), std::forward<Source>(source));", "Fragile"),
    ("a slot by name: the byte of its bit is forgotten", "lookup", " +\n                                                        presence_byte_of(bit_of<Entry>)", "", "Unset"),
    ("a slot by name is always set", "lookup", "static_cast<std::uint8_t>(~mask_of<Entry>)", "0xff", "Unset"),
    # Values.
    ("a deleted value is not destroyed", "cell", "  held_in(cell).~held();\n", "", "Counted"),
    ("slots do not die with their object", "cell_work",
     "if (is_set<entry<Member>>(made)) destroy_slot<entry<Member>>(made);\n    return true;", "static_cast<void>(made);\n    return true;",
     "Counted"),
    ("what was made before a failure stays", "storage", "if (made_) made_->slotted_destroy();", "", "Fragile"),
    ("a new value is made over an old one", "slot_handle", "      reset();\n      const auto make", "      const auto make", "Counted"),
    # Copies, moves, assignments.
    ("a copy has no slots", "cell_work", "if (is_set<entry<Member>>(other))\n", "if (false && is_set<entry<Member>>(other))\n", "Texts"),
    ("a copy has all slots", "cell_work", "if (is_set<entry<Member>>(other))\n", "", "Counted"),
    ("a slot is not unset by an assignment", "cell_work",
     "if (is_set<entry<Member>>(made)) destroy_slot<entry<Member>>(made);\n      } else if", "} else if", "Counted"),
    ("a slot that is set is made again by an assignment", "cell_work", "} else if (is_set<entry<Member>>(made)) {",
     "} else if (false) {", "Counted"),
    ("slots are copied by a move", "cell_work", "return std::move(held_in(static_cast<cell<Member>&>(other)));",
     "return static_cast<const decltype(held_in(static_cast<cell<Member>&>(other)))>(held_in(static_cast<cell<Member>&>(other)));", "Counted"),
    ("bases are copied by a move", "cell_work", "static_cast<Base&>(made) = static_cast<Base&&>(other);",
     "static_cast<Base&>(made) = static_cast<const Base&>(other);", "Leaf"),
    ("an object that is moved to itself is moved", "storage",
     "if (this != __builtin_addressof(slotted_other)) slotted_work::assign(*this, std::move",
     "slotted_work::assign(*this, std::move", "Watched"),
    # Comparison.
    ("an unset slot is equal to a set one", "compare", "if (set != has_value<Entry>(b)) return false;", "if (set != has_value<Entry>(b)) return true;", "Texts"),
    ("unset orders after set", "compare", "return set ? Category::greater : Category::less;", "return set ? Category::less : Category::greater;", "Texts"),
    ("the hash is that of the last slot", "hash", "seed = mix_hashes(seed, hash_of_slot", "seed = mix_hashes(0, hash_of_slot", "Numbers"),
    ("diff names the slot before", "diff", "slot_key<C>::at(I))), true))", "slot_key<C>::at(I == 0 ? 0 : I - 1))), true))", "Texts"),
    # Names at run time.
    ("a hidden slot is found", "lookup", "return hidden[index];", "return hidden[index] && false;", "Traits"),
    ("a readonly slot is written", "slot_by_record", "!record.readonly && ", "", "Traits"),
    # Arrays, in a builder and a state.
    ("a default that was made to be given stays", "builder", "if (is_default) destroy_slot<kept>(source);", "", "Rows"),
]
