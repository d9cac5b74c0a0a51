"""The invariants of objects with items, broken."""

# What a test is made of: file, how it is built, further flags, arguments.
KILLERS = {
    "probe": ("mutants/items_probe.cpp", "asan", [], []),
}

DESTROY = """    if constexpr (destroys_items<Declaration>())
      if (!std::is_constant_evaluated()) destroy_items<Declaration>(*this);
"""
EXPIRE = "    slotted_work::expire(*this);\n"
SLOTS = "    slotted_work::destroy_slots(*this, memory_order<Declaration>{});\n"

# name, header or test program, what is there, what is there instead, who sees it
MUTANTS = [
    # Life and death.
    ("items are not destroyed", "storage", DESTROY, "", "probe"),
    ("items die before references", "storage", EXPIRE + DESTROY, DESTROY + EXPIRE, "probe"),
    ("items die after the slots", "storage", DESTROY + SLOTS, SLOTS + DESTROY, "probe"),
    ("items die in their order", "item_array", "for (item* one = all.end(); one != all.begin();) (--one)->~item();",
     "for (item* one = all.begin(); one != all.end(); ++one) one->~item();", "probe"),
    ("a dying item sees the others", "item_array", "  count.set(0, count.distance());\n", "", "probe"),
    ("a class whose items are not trivial is trivially destroyed", "storage_traits",
     "      !destroys_items<Declaration>() &&\n", "", "probe"),
    ("items stay where one of them throws", "items", "    while (next_ != first_) (--next_)->~T();\n", "", "probe"),
    ("and so do they where none does", "items", "      first_ = next_;\n", "", "probe"),
    ("memory stays where a constructor throws", "items", "    if (memory_ == nullptr) return;\n", "    return;\n", "probe"),
    ("memory has two owners", "items", "    memory_ = nullptr;\n", "", "probe"),
    # Where they lie.
    ("no memory for the items", "items", "begin + source.number * sizeof(item);", "begin;", "probe"),
    ("the object is larger than its memory", "items", "bytes < sizeof(C) ? sizeof(C) : bytes", "bytes - 8", "probe"),
    ("a base looks right behind itself", "item_array", "return begin + distance * unit;",
     "return begin + 0 * distance;", "probe"),
    ("the distance falls short", "item_array", " - begin + unit - 1) / unit", " - begin) / unit - 1", "probe"),
    ("the usual distance is taken for the real one", "item_array", "if (count.distance() != Usual) [[unlikely]] {",
     "if (false) {", "probe"),
    ("the distance is not written down", "items", "slotted_value.set(source.number, distance)",
     "slotted_value.set(source.number, 0)", "probe"),
    ("a class is not aligned as its items", "declaration", "return alignof(item_type_of<Declaration>);", "return 1;", "probe"),
    ("memory is not aligned as its object", "items", "alignof(C) > __STDCPP_DEFAULT_NEW_ALIGNMENT__;", "alignof(C) > 4096;", "probe"),
    ("memory is given back as that of an object without items", "item_count",
     "SLOTTED_INLINE static void operator delete(void* memory) noexcept { ::operator delete(memory); }", "", "probe"),
    # How many.
    ("more items than can be counted", "items", "source.number > count::most || ", "", "probe"),
    ("more bytes than can be counted", "items", " || source.number > fit)", ")", "probe"),
    ("the number runs into the distance", "item_count", "bits_ = static_cast<Count>(size << distance_bits | distance);",
     "bits_ = static_cast<Count>(size << (distance_bits - 1) | distance);", "probe"),
    ("the footprint is that of the object alone", "inspect", "return end > sizeof(O) ? end - sizeof(O) : 0;",
     "return 0 * end;", "probe"),
    # From where.
    ("values of a view are moved", "items", "!std::ranges::enable_view<Source> && ", "", "probe"),
    ("values of a container that is given away are copied", "items", "return items_in_range<C, is_given_away<Source>>(given);",
     "return items_in_range<C, false>(given);", "probe"),
    # Rules.
    ("a weakref slot behind items where there is no list", "declaration",
     " || bring<items_kind>(static_cast<bases*>(nullptr));", ";", "probe"),
    # Values.
    ("== does not ask how many", "compare", "  if (a.count != b.count) return false;\n", "", "probe"),
    ("== does not see items", "compare", "equal = equal && equal_items(items_in(a), items_in(b));", "static_cast<void>(0);", "probe"),
    ("< does not see items", "compare", "order = order_items<Category>(items_in(a), items_in(b));", "static_cast<void>(0);", "probe"),
    ("the hash does not see items", "hash", "seed = mix_hashes(seed, hash_of_value(item));", "static_cast<void>(item);", "probe"),
]
