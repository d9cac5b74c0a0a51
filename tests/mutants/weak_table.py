"""The invariants of weak references, broken."""

import pathlib

SUPPORT = pathlib.Path(__file__).resolve().parent.parent / "support"
CATCH = [SUPPORT / "catch_main.cpp", SUPPORT / "allocations.cpp"]

# What a test is made of: file, how it is built, further flags, arguments. Kept memory is not kept under
# AddressSanitizer, so what is to be said of it is said without.
KILLERS = {
    "probe": ("mutants/weak_probe.cpp", "asan", [], []),
    "memory": ("mutants/weak_probe.cpp", "plain", [], []),
    "threads": ("model/weak_threads.cpp", "tsan", [], ["1000"]),
    "heap": ("model/weak_threads.cpp", "asan", [], ["1000"]),
    "unit": ("unit/weak_block.cpp", "plain", CATCH, []),
}

# With others let run in between, so that it is seen on a machine that is busy, too.
LOAD_THEN_ADD = """const std::uint32_t state = state_of(block);
    if ((state & obstacles) != 0) return pin_or_wait(block, add_to(block.state, weak_state::pin, true));
    sched_yield();
    add_to(block.state, weak_state::pin, true);
    return true;"""
ADD_THEN_LOAD = """const std::uint32_t state = add_to(block.state, weak_state::pin, true);
    return (state & obstacles) == 0 || pin_or_wait(block, state);"""
ENLIST = """if ((state_of(block) & weak_state::dead) != 0) return;
  registration.object = object_of(block);
  registration.older = block.newest;
  if (block.newest != nullptr) block.newest->newer = &registration;
  __atomic_store_n(&block.newest, &registration, __ATOMIC_RELEASE);
  registration.references = 2;
  set_phase(registration, registration_phase::listed);
  if ((listing.end() & weak_state::dead) != 0) withdraw(registration);"""
# The same here.
ENLIST_LATE = ENLIST.replace("object_of(block);", "object_of(block);\n  sched_yield();").rpartition("\n")[0]

# name, header or test program, what is there, what is there instead, who sees it
MUTANTS = [
    # Pins.
    ("load, then add", "weak_block", ADD_THEN_LOAD, LOAD_THEN_ADD, "threads"),
    ("load, then add, without ThreadSanitizer", "weak_block", ADD_THEN_LOAD, LOAD_THEN_ADD, "heap"),
    ("the flag of the dead stops no pin", "weak_block", "if ((state & weak_state::dead) != 0) {", "if (false) {", "threads"),
    ("a move stops no pin", "weak_block",
     "if ((state & weak_state::moving) == 0 || is_moved_by_this_thread(block)) return true;", "return true;", "threads"),
    ("who moves waits for itself", "weak_block", " || is_moved_by_this_thread(block)) return true;", ") return true;", "probe"),
    ("who moves one object takes what another thread moves for its own", "weak_cell",
     "if (at->is_move && weak_move::holds(*at, block)) return true;", "if (at->is_move) return true;", "unit"),
    ("too many pins are not found", "weak_block", "too_many_pins = 0x40000000u", "too_many_pins = 0", "probe"),
    ("own guards are not found", "weak_block",
     "if (!is_shared(block) || is_guarded_by_this_thread(block))", "if (!is_shared(block))", "probe"),
    ("older guards are lost with one between", "weak_block", "at->next = held.next;", "at->next = nullptr;", "probe"),
    ("a guard does not unpin", "weak_ref", "unpin(*block, !is_single_threaded());", "", "probe"),
    ("death does not wait for pins", "weak_registration",
     "if (weak_state::has_pins(state)) wait_for_pins(block, class_name, what);", "", "threads"),
    ("death does not see pins that have no reference", "weak_registration",
     " && !weak_state::has_pins(state_of(block))) {", ") {", "threads"),
    ("death finds no own guard where there are no other threads", "weak_registration",
     "if (weak_state::has_pins(block.state)) wait_for_pins(block, class_name, \"destroyed\");", "", "probe"),
    ("a move does not wait for pins", "weak_cell",
     "if (is_alive(stopped) && weak_state::has_pins(state_of(*stopped))) wait_for_pins(*stopped, class_name_, what);",
     "static_cast<void>(stopped), static_cast<void>(what);", "threads"),
    # Death.
    ("the flag of the dead is not raised", "weak_registration",
     "raise_flag(block.state, weak_state::dead, is_shared(block));", "raise_flag(block.state, 0, is_shared(block));", "probe"),
    ("nor where there are no other threads", "weak_registration", "block.state |= weak_state::dead;", "", "probe"),
    ("nor where there is no reference", "weak_registration",
     "block.state |= weak_state::dead;\n    block.object = nullptr;\n  } else", "block.object = nullptr;\n  } else", "probe"),
    ("a first reference after death is alive", "weak_cell", "      block_ = &no_block;\n    else if", "      {}\n    else if", "probe"),
    ("slots die before references", "storage",
     "    slotted_work::expire(*this);\n    if constexpr (destroys_items<Declaration>())\n"
     "      if (!std::is_constant_evaluated()) destroy_items<Declaration>(*this);\n"
     "    slotted_work::destroy_slots(*this, memory_order<Declaration>{});\n",
     "    slotted_work::destroy_slots(*this, memory_order<Declaration>{});\n    slotted_work::expire(*this);\n", "threads"),
    ("a derived class's slots die before references", "cell_work",
     "if constexpr (Declaration::has_weakref)\n      weak_cell_in<Cells, Declaration>(dying).expire",
     "if constexpr (Declaration::declares_weakref)\n      weak_cell_in<Cells, Declaration>(dying).expire", "probe"),
    ("a destructor with a body omits expire", "model/weak_threads.cpp", "    expire(*this);\n", "", "threads"),
    ("a watched object does not expire", "watched",
     "detail::weak_cell_of_object(*this).expire_in_destructor(class_name<T>);", "static_cast<void>(0);", "threads"),
    # Callbacks.
    ("references live in the first callback", "weak_registration", "set_object(block, nullptr);\n", "\n", "probe"),
    ("callbacks run the oldest first", "weak_registration", "      newest = block.newest;\n",
     "      newest = block.newest;\n      while (newest != nullptr && newest->older != nullptr) newest = newest->older;\n", "probe"),
    ("a callback runs twice", "weak_registration", "    run_callback(*newest);\n",
     "    run_callback(*newest);\n    run_callback(*newest);\n", "probe"),
    ("a withdrawn callback runs", "weak_registration", "if (!withdraw(registration) && ", "if (", "probe"),
    ("a callback that is registered at death runs", "weak_registration",
     "if ((state_of(block) & weak_state::dead) != 0) return;\n", "\n", "probe"),
    ("death is not asked about when the listing ends", "weak_registration", ENLIST, ENLIST_LATE, "threads"),
    ("a reference goes while its callback runs", "weak_registration",
     "while (phase_of(registration) == registration_phase::running) waiting.wait();", "", "threads"),
    ("a callback that destroys its reference waits for itself", "weak_registration",
     " && registration.runner != &newest_held) {", ") {", "probe"),
    ("the list has no lock", "weak_registration",
     "while ((raise_flag(block.state, weak_state::listing, true) & weak_state::listing) != 0) waiting.wait();", "", "threads"),
    ("the list's first is written in the dark", "weak_registration",
     "__atomic_store_n(&listed.block->newest, listed.older, __ATOMIC_RELEASE);", "listed.block->newest = listed.older;", "threads"),
    ("nobody hears of what a callback throws", "weak_registration",
     "__atomic_load_n(&current_unraisable_handler, __ATOMIC_ACQUIRE)(std::current_exception());", "", "probe"),
    ("what a callback holds stays", "weak_registration", "    drop_callback(*newest);\n", "", "probe"),
    ("callbacks go on in a block that is gone", "weak_registration", "add_reference(block);  // a callback", "// a callback", "probe"),
    ("a copy takes the callback along", "weak_ref", "anchor_(&other.block())", "anchor_(other.anchor_)", "probe"),
    # Counts and memory.
    ("references are not counted", "weak_block",
     "if (&anchor != &no_block) add_to(anchor.references, 1, shared);", "static_cast<void>(shared);", "probe"),
    ("references are counted without atomic steps", "weak_block",
     "if (shared) return __atomic_fetch_sub(&count, less, __ATOMIC_ACQ_REL);\n", "static_cast<void>(shared);\n", "threads"),
    ("a block is never given back", "weak_block", "weak_memory::free<sizeof(weak_block)>(&block);", "{}", "probe"),
    ("an object does not give its block back", "weak_cell", "      end();\n  }", "      {}\n  }", "probe"),
    ("the last but one of the references gives the block back", "weak_block",
     "take_from(anchor.references, 1, true) == 1", "take_from(anchor.references, 1, true) <= 2", "probe"),
    ("who comes second with a first reference is not counted", "weak_cell", "    add_reference(*found, is_shared());\n", "", "probe"),
    ("who comes second replaces the block", "weak_cell",
     "if (__atomic_compare_exchange_n(&block_, &found, made, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) return *made;",
     "__atomic_store_n(&block_, made, __ATOMIC_RELEASE);\n      if (block() == made) return *made;\n      found = block();", "threads"),
    ("a thread's memory stays when it ends", "weak_memory", "      ::operator delete(one);\n", "", "memory"),
    ("memory is kept after the thread's end", "weak_memory", "    memory_of_thread.is_open = false;\n", "", "memory"),
    ("memory is kept without end", "weak_memory", " && memory_of_thread.count != most_kept", "", "memory"),
    ("memory is given out twice", "weak_memory",
     "memory_of_thread.first = one->next;\n      --memory_of_thread.count;", "--memory_of_thread.count;", "memory"),
    # Moves.
    ("a copy takes the references along", "weak_cell", "constexpr weak_place(const weak_place&) noexcept {}",
     "constexpr weak_place(const weak_place& other) noexcept : block_(other.block_) { if (block_) add_reference(*block_); }", "probe"),
    ("a move leaves the references", "weak_cell",
     "if (from.block_ != nullptr || (target != nullptr && target->block_ != nullptr))", "if (false)", "probe"),
    ("references are not told where the object is", "weak_cell", "if (is_alive(block)) set_object(*block, object);",
     "static_cast<void>(object);", "probe"),
    ("those with callbacks are not told", "weak_registration",
     "    __atomic_store_n(&at->object, object, __ATOMIC_RELAXED);\n}", "    static_cast<void>(at);\n}", "probe"),
    ("a slice takes the references", "weak_cell", "!may_leave(block, level) || ", "", "probe"),
    ("an assignment to a base ends the references", "weak_cell", "!may_leave(target_block_, level) || ", "", "probe"),
    ("the level is not raised", "weak_cell",
     " raise_level(*found, level);", " {}", "probe"),
    ("a class in plain C++ has its base's level", "weak_ref", "? 0 : 1)", "? 0 : 0)", "probe"),
    ("the target of an assignment keeps its own", "weak_cell",
     "is_alive(old) && mark_dead(*old, class_name_, \"assigned to\")", "false", "probe"),
    ("a move that throws leaves its flag", "weak_cell", "void cancel() noexcept { release(); }",
     "void cancel() noexcept { let_go(*this); }", "probe"),
    ("a level of the class moves what the one above it moves", "weak_cell", " || is_part_of_another()) {", ") {", "probe"),
    ("what is moved to is moved from meanwhile", "weak_cell", "(is_counted(block) && holds(*at, *block))", "false", "probe"),
    ("what is moved from is moved to meanwhile", "weak_cell", "(is_counted(target_block_) && holds(*at, *target_block_))",
     "false", "probe"),
    ("references go before the slots are moved", "storage",
     "    slotted_work::take_slots(*this, std::move(slotted_other), memory_order<Declaration>{});\n    slotted_undo.dismiss();\n    slotted_references",
     "    slotted_references.finish(*this);\n    slotted_work::take_slots(*this, std::move(slotted_other), memory_order<Declaration>{});\n"
     "    slotted_undo.dismiss();\n    slotted_references", "threads"),
    ("references go before the slots are assigned", "cell_work", "      assign_all(to, std::forward<Other>(other));\n      moving.finish(to);\n",
     "      moving.finish(to);\n      assign_all(to, std::forward<Other>(other));\n", "threads"),
    ("the references of the target do not wait", "cell_work", "moving(other, &to);", "moving(other);", "threads"),
    ("a watched object's members move on their own", "watched", ": watched(references(other), std::move(other)) {}",
     ": T(static_cast<T&&>(other)) {}", "threads"),
    ("a watched object's references go before it is assigned", "watched", "    references moving(other, this);\n",
     "    references moving(other, this);\n    moving.finish(static_cast<T&>(*this));\n", "threads"),
    # finalize
    ("a finalizer that is called comes again", "finalize", "if (!detach_only()) return false;\n    const finalizer ended(std::move(*this));  // the",
     "if (!alive()) return false;\n    const finalizer ended(std::move(*this));  // the", "probe"),
    ("a finalizer goes with its handle", "finalize", "detail::release_registration(*registration_);", "detail::abandon(*registration_);", "probe"),
    ("a finalizer that is detached comes", "finalize", "bool detach() noexcept {\n    if (!detach_only()) return false;",
     "bool detach() noexcept {\n    if (!alive()) return false;", "probe"),
    ("a finalizer asks, lets others run, and then withdraws", "finalize",
     "return registration_ != nullptr && detail::withdraw(*registration_);",
     "const bool lived = alive();\n    sched_yield();\n    if (lived) detail::withdraw(*registration_);\n    return lived;", "threads"),
    # weak_value_map
    ("the dead are found", "weak_value_map", "found == map_.end() || found->second.expired() ? end()", "found == map_.end() ? end()", "probe"),
    ("the dead are counted", "weak_value_map", "while (at_ != end_ && at_->second.expired()) ++at_;", "", "probe"),
    ("the dead keep their places", "weak_value_map", "const bool is_taken = is_new || entry->second.expired();",
     "const bool is_taken = is_new;", "probe"),
    ("an insertion that fails leaves its key", "weak_value_map", "if (is_needed) in.erase(entry);", "", "probe"),
    ("the dead are never purged", "weak_value_map", "if (map_.size() < purge_at_) return;", "return;", "probe"),
]
