"""The invariants of state and restore, broken."""

KILLERS = {
    "probe": ("mutants/state_probe.cpp", "asan", [], []),
    "memory": ("mutants/state_probe.cpp", "plain", ["-DPROBE_REFUSES_MEMORY"], []),
}

SLOTS = """  const bool done[] = {true, assign_part<Bases, Source>(made, object)..., keep_slot<Entries, Source>(made, object)...};
  static_cast<void>(done);
"""
DICT = """  if constexpr (declaration_of<state_of_class<Source>>::has_dict)
    if (!dict_of(object).is_constant())
      assign_part<std::remove_cvref_t<decltype(dict_of(made))>, Source>(dict_of(made), dict_of(object));
"""

# name, header or test program, what is there, what is there instead, who sees it
MUTANTS = [
    # What a state has.
    ("a base that is not slotted is left out", "state",
     "assign_part<Bases, Source>(made, object)..., keep_slot", "keep_slot", "probe"),
    ("what is readonly is copied", "state", "static_cast<T&&>(const_cast<T&>(held))", "held", "probe"),
    ("slots are moved before the dict, which may throw", "state", DICT + SLOTS, SLOTS + DICT, "memory"),
    ("a hidden slot can be reached by name", "builder", " || trait_facts<Trait>::kind == trait_kind::hidden", "", "probe"),
    # What a state must have.
    ("nobody looks for missing fields", "state", "if (!lacking.empty()) raise_lacking(lacking);", "", "probe"),
    ("a field with a default may be missing", "state",
     "(Entries::may_be_unset || hasattr", "(!is_required<typename Entries::slot> || hasattr", "probe"),
    # What restoring does, and what it leaves alone.
    ("a default fills what was unset", "state",
     "if (is_set<Entry>(object)) destroy_slot<Entry>(object);  // it has a default, or was set before", "", "probe"),
    ("what the constructor of a base made stays", "state", "!Fresh || !is_constructed<C, Entry>() ||", "!Fresh ||", "probe"),
    ("a base that is not slotted is not put back", "state",
     "assign_part<Bases, C>(object, from)..., put_slot", "put_slot", "probe"),
    ("older dynamic attributes stay", "state",
     "dict_of(object) = std::move(dict_of(from));", "dict_of(object).add_all(dict_of(from));", "probe"),
    ("slots are written before the dict, which may throw", "state",
     "  put_dict(object, from);\n  put_all<false>(object, from);", "  put_all<false>(object, from);\n  put_dict(object, from);", "probe"),
    ("a state that is lent is moved from", "state",
     "std::remove_cvref_t<State> copy(given);\n      detail::put_state",
     "auto& copy = const_cast<std::remove_cvref_t<State>&>(given);\n      detail::put_state", "probe"),
    ("an object is assigned as a whole, and its weak references die", "state",
     "  put_dict(object, from);\n  put_all<false>(object, from);", "  object = make_restored<C>(from);", "probe"),
]
