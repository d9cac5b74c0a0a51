"""Breaks each invariant of the shape table on purpose, and fails when a test does not see it.

mutants.py [--only NAME] -- COMPILER FLAGS...

A mutant is a replacement in one header. The test that should kill it is built with a copy of the headers; not to compile
is a death, too. A mutant that no longer applies is a failure: say in MUTANTS what the header says now.
"""
import argparse
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

tests = pathlib.Path(__file__).resolve().parent.parent
headers = tests.parent / "include"

# What a test is made of: file, further flags, arguments, environment. All with AddressSanitizer but the one for threads.
asan = ["-O0", "-fsanitize=address", "-g0"]
KILLERS = {
    "model": ("model/dict.cpp", [*asan, "-DSLOTTED_MODEL_ONE_TYPE"], ["--operations", "5000"]),
    "probe": ("mutants/probe.cpp", asan, []),
    "hostile": ("model/hostile.cpp", ["-O1"], []),
    "threads": ("model/threads.cpp", ["-O1", "-fsanitize=thread", "-g0", "-pthread"], ["300"]),
}

# name, header, what is there, what is there instead, who sees it
MUTANTS = [
    ("a child's new owner is not counted", "shape_registry", "add_owner(child);\n", "\n", "model"),
    ("the owner that a parent loses is not counted", "shape_registry", "if (parent.parent) --parent.owners;", ";", "model"),
    ("a parent's new child is not counted", "shape_registry", "add_owner(parent);\n", "\n", "model"),
    ("the name of a dead shape is not given back", "shape_registry", "drop(*one->names()[one->used - 1], freed);", "", "model"),
    ("names of a copied private shape are not counted", "shape_registry", "if (has_my_names) add_owners(from);", "", "model"),
    ("shapes: hash compared but not text", "shape_registry",
     "== name.hash &&\n           child.names()[child.used - 1]->equals(name.text);", "== name.hash;", "model"),
    ("shapes: parent not compared", "shape_registry", "child.parent == &parent && ", "", "model"),
    ("the latest child outlives itself", "shape_registry", "if (parent->latest == one) parent->latest = nullptr;", "", "model"),
    ("the lock is not taken", "shape_registry", "while (__atomic_exchange_n(flag_, true, __ATOMIC_ACQUIRE)) wait();", "", "threads"),
    ("no shape is refused", "shape_registry", "if (shapes_.size() < shapes_for_the_asking) return true;", "return true;", "probe"),
    ("a second wish for a shape is refused", "shape_registry", "return std::exchange(refused_[path % refusals], mark) == mark;", "return false;", "probe"),
    ("colliding shapes make a long chain", "shape_registry",
     "if (shapes_.length(hash) >= longest_shape_chain) return false;", "", "probe"),
    ("a slot's name enters a shared shape", "shape_registry", "check_name(*parent.real, name.text);\n", "\n", "model"),
    ("a slot's name enters a private shape", "dict_cell", "check_name(*names.real, name.text);\n", "\n", "model"),
    ("a slot's name enters with another class's dict", "owned_shape", "check_names(from, to);\n    return", "return", "model"),
    ("names: text compared but not length", "shape", "size == other.size() && ", "", "model"),
    ("shared shapes: text not compared", "shape", "[place]->equals(name.text) ? place : none", "[place] ? place : none", "model"),
    ("small private shapes: text not compared", "shape",
     "found && found->equals(name.text)) [[likely]]", "found) [[likely]]", "model"),
    ("large private shapes: text not compared", "shape",
     "names()[place] && names()[place]->equals(name.text)) return place", "names()[place]) return place", "model"),
    ("a deleted name stays in its place", "shape", "names()[place] = nullptr;\n", "\n", "model"),
    ("iteration does not skip holes", "shape", "while (place != used && !names()[place]) ++place;\n", "\n", "model"),
    ("the first name is a hole", "shape", "while (first != used && !names()[first]) ++first;\n", "\n", "model"),
    ("a table of places is not made again", "shape", "if (has_index()) refill_index();\n", "\n", "probe"),
    ("the keyed hash is never used", "shape", "if (enter(place) > longest_chain && !is_keyed) make_keyed();", "enter(place);", "hostile"),
    ("a keyed table keeps the usual hashes", "shape", "if (!is_keyed) return name.hash;", "return name.hash;", "hostile"),
    ("a block has one place too few", "shape", "if (used <= step) return step;", "if (used <= step + 1) return step;", "model"),
    ("a name before an erased one is lost", "owned_shape", "while (kept->used > place)", "while (kept->used >= place && kept->parent)", "model"),
    ("the kept shape is not counted", "owned_shape", "registry.retain(*kept);", "", "model"),
    ("the level of a dying object is not counted", "dict_cell", "block_->set(&names, block_->level() + 1);", "block_->set(&names, block_->level());", "probe"),
    ("the private shape of a dying object keeps its class", "dict_cell",
     "names.real = names.real->base ? names.real->base : names.real;", ";", "probe"),
    ("a copied base stays of the derived class", "dict_cell", "block_->set(&names, real.level - mine.level);", "", "model"),
    ("a copy shares the block", "dict_cell", "if (from.used == 0) return block_;", "return block_;", "model"),
    ("a move leaves the block where it was", "dict_cell", "other.block_ = &class_of_block(*block_).empty;", "{}", "model"),
    ("the old value dies before the swap", "dict_cell", "values::stored_at(block_, place).swap(fresh);",
     "V* const old = &at(place); old->~V(); ::new (static_cast<void*>(old)) V(std::move(fresh.get()));", "probe"),
    ("values die before the dict is empty", "dict_cell",
     "    block_ = &class_of_block(*block).empty;\n    values::destroy_all(block, names);\n",
     "    values::destroy_all(block, names);\n    block_ = &class_of_block(*block).empty;\n", "probe"),
    ("order is lost on erase", "dict_cell", "i < place ? i : i - 1", "left - (i < place ? i : i - 1) - 1", "model"),
    ("an erased name is not given back", "dict_cell", "names.real->registry->release(*name);", "", "model"),
    ("holes are closed in the names only", "dict_cell", "if (to != i) values::move_one(block_, i, block_, to);", "", "model"),
    ("a change of class leaves the old shape", "dict_cell", "block_->set(owned_shape::for_class(names, mine));\n    owned_shape::give_back(names);",
     "block_->set(owned_shape::for_class(names, mine));", "model"),
    ("dicts of different sizes are equal", "dict_cell", "if (names.alive != b.names().alive) return false;", "", "model"),
    ("a private block is copied with its holes", "dict_values",
     "places(to) + copies.made)) stored", "places(to) + i)) stored", "model"),
]


def build_and_run(compiler, include, killer, work):
    """Whether the test is content: 'compiles not', 'fails' or 'passes'."""
    file, flags, arguments = KILLERS[killer]
    program = work / killer
    built = subprocess.run([*compiler, *flags, f"-I{include}", f"-I{tests}", tests / file, "-o", program],
                           capture_output=True, text=True)
    if built.returncode != 0:
        return "compiles not", built.stderr
    environment = dict(os.environ, TSAN_OPTIONS="halt_on_error=1")
    try:
        run = subprocess.run([program, *arguments], capture_output=True, text=True, errors="replace", timeout=300, env=environment)
    except subprocess.TimeoutExpired:
        return "fails", "it does not end"
    return ("passes" if run.returncode == 0 else "fails"), run.stdout + run.stderr


def play(mutant, compiler, folder):
    """The verdict on one mutant, in capitals where nobody saw it."""
    name, header, there, instead, killer = mutant
    work = pathlib.Path(tempfile.mkdtemp(dir=folder))
    shutil.copytree(headers, work / "include")
    path = work / "include" / "slotted" / f"{header}.hpp"
    text = path.read_text()
    if there not in text:
        return "DOES NOT APPLY"
    path.write_text(text.replace(there, instead, 1))
    verdict, _ = build_and_run(compiler, work / "include", killer, work)
    shutil.rmtree(work)
    return "SURVIVES" if verdict == "passes" else verdict


def main():
    split = sys.argv.index("--")
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="", help="those whose names hold this text")
    options = parser.parse_args(sys.argv[1:split])
    compiler = [word for word in sys.argv[split + 1:] if word != f"-I{headers}"]  # a mutant has headers of its own
    chosen = [mutant for mutant in MUTANTS if options.only in mutant[0]]
    bad = []
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for killer in sorted({mutant[4] for mutant in chosen}):
            verdict, said = build_and_run(compiler, headers, killer, pathlib.Path(folder))
            if killer == "threads" and verdict == "compiles not":
                print(f"{'left out':14} {killer:8} this compiler has no ThreadSanitizer", flush=True)
                chosen = [mutant for mutant in chosen if mutant[4] != killer]
                continue
            print(f"{verdict:14} {killer:8} with nothing broken", flush=True)
            if verdict != "passes":
                sys.exit(f"without a mutant {killer} must pass:\n{said[-3000:]}")
        verdicts = pool.map(lambda mutant: play(mutant, compiler, folder), chosen)
        for (name, header, _, _, killer), verdict in zip(chosen, verdicts):
            print(f"{verdict:14} {killer:8} {header}.hpp: {name}", flush=True)
            if verdict.isupper():
                bad.append(name)
    print(f"{len(chosen)} mutants, {len(chosen) - len(bad)} killed")
    sys.exit("not killed: " + "; ".join(bad) if bad or not chosen else 0)


main()
