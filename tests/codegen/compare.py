"""Machine code: a field is a struct's member, and a slot costs one test and one branch more than that.

compare.py [--mutants] [--keep FOLDER] [--objdump PROGRAM] -- COMPILER FLAGS...

Compiles patterns.cpp at -O2 and compares the disassembly of functions of the same pattern, instruction by instruction:
  slotted_<p> = struct_<p>      unchecked_<p> = struct_<p>
  checked_<p>                   = unchecked_<p> and a test and a branch to code that lies out of line and throws
  marked_<p>                    as many as struct_<p> and one that marks the slots as set, without a branch or a call
At -O0, fields: no call, no frame in the debugger, and few instructions; a real member is a struct's there, too. With
--mutants: every fault that SLOTTED_MUTANT puts in must be found.
"""
import argparse
import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FEWEST_FIELD_PATTERNS, FEWEST_ADOPTED_PATTERNS, FEWEST_SLOT_PATTERNS, FEWEST_REAL_PATTERNS = 12, 12, 12, 12
FEWEST_MARKED_PATTERNS = 5
MOST_INSTRUCTIONS_UNOPTIMISED = 12  # at -O0, a whole function that accesses one field, its frame included
FEW_INSTRUCTIONS_UNOPTIMISED = {"read", "read_mutable", "read_subscript", "write_subscript", "increment", "address"}
NO_ACCESS = {"make", "adopted_make"}  # a constructor is a function of its own at -O0
CLANG_WRAPS_STACK_ALIGNMENT = 19  # older ones align the stack at entry, though only the throwing path calls
# What a mutant breaks, by its number.
MUTANTS = {1: "slotted_read", 2: "slotted_write", 3: "checked_slot", 4: "checked_slot", 5: "slotted_adopted_write",
           6: "slotted_real_read", 7: "marked_slot_write"}

PADDING = re.compile(r"(data16 |cs )*(nop\w*|int3|xchg %ax,%ax)\b")
TESTS = re.compile(r"(test|cmp|bt)[bwlq]?$")
CONDITIONAL = re.compile(r"j(?!mp)\w+$")


def without(instructions, surplus):
    """The instructions but for those with the given numbers; jumps follow their targets."""
    kept = []
    for i, (mnemonic, operands) in enumerate(instructions):
        if i not in surplus:
            if operands.startswith("instruction "):
                target = int(operands.split()[1])
                operands = f"instruction {target - sum(gone < target for gone in surplus)}"
            kept.append((mnemonic, operands))
    return kept


class Function:
    """The instructions of one symbol: text with jump targets as instruction numbers and symbols without their prefix."""

    def __init__(self, section):
        self.section, self.raw = section, []  # of (address, mnemonic, operands, relocation)

    def finish(self):
        while self.raw and PADDING.match(f"{self.raw[-1][1]} {self.raw[-1][2]}"):
            self.raw.pop()
        self.raw = [one for one in self.raw if not PADDING.match(f"{one[1]} {one[2]}")]
        index = {address: i for i, (address, *_) in enumerate(self.raw)}
        self.instructions = []
        for address, mnemonic, operands, relocation in self.raw:
            if relocation:
                operands = re.sub(r"^(0x)?[0-9a-f]+ <.*>$|(0x)?[0-9a-f]+(?=\(%rip\))", relocation, operands)
            elif target := re.match(r"(?:0x)?([0-9a-f]+) <", operands):
                operands = f"instruction {index.get(int(target[1], 16), operands)}"
            self.instructions.append((mnemonic, operands))

    def calls(self):
        called = [operands for mnemonic, operands in self.instructions if mnemonic.startswith("call")]
        return ["by_member" if "by_member" in one else one for one in called]  # of the class, of the struct

    def lines(self):
        return [f"{mnemonic} {operands}".strip() for mnemonic, operands in self.instructions]


def disassemble(objdump, path):
    """{symbol: Function}"""
    options = ["-d", "-r", "--no-show-raw-insn"] + (["--no-print-imm-hex"] if "llvm" in objdump else [])
    text = subprocess.run([objdump, *options, str(path)], check=True, capture_output=True, text=True).stdout
    functions, section, current = collections.OrderedDict(), "", None
    for line in text.splitlines():
        if match := re.match(r"Disassembly of section (.*):", line):
            section = match[1]
        elif match := re.match(r"[0-9a-f]+ <(.*)>:$", line):
            current = functions[match[1]] = Function(section)
        elif match := re.match(r"\s*[0-9a-f]+:\s+R_\w+\s+(\S+)", line):  # a relocation of the instruction before it
            symbol = re.sub(r"\b(slotted|struct|checked|unchecked|marked)_", "", match[1])
            current.raw[-1] = (*current.raw[-1][:3], symbol)
        elif match := re.match(r"\s*([0-9a-f]+):\s+(\S.*)", line):
            words = re.sub(r"\s*#.*", "", match[2]).replace("\t", " ").split(" ", 1)
            while words[0] in ("rep", "repz", "lock", "bnd", "notrack", "data16", "cs") and len(words) == 2:
                words = words[1].strip().split(" ", 1) if words[0] in ("bnd", "notrack", "data16", "cs") else [
                    f"{words[0]} {words[1]}"]
            operands = words[1].strip().replace(", ", ",") if len(words) == 2 else ""
            current.raw.append((int(match[1], 16), words[0], operands, None))
    # A jump to a cold part is written as a place in the section of them all: it is the start of one, of this function.
    starts = {(one.section, one.raw[0][0]): re.sub(r"\b(slotted|struct|checked|unchecked|marked)_", "", name)
              for name, one in functions.items() if one.raw}
    for one in functions.values():
        for i, (*instruction, relocation) in enumerate(one.raw):
            if match := re.fullmatch(r"(\.text\S*?)([+-]0x[0-9a-f]+)", relocation or ""):
                start = starts.get((match[1], int(match[2], 16) + 4))  # counted from the end of the instruction
                one.raw[i] = (*instruction, start or relocation)
        one.finish()
    return functions


class Checker:
    def __init__(self, functions):
        self.functions, self.faults, self.aligned_at_entry = functions, collections.OrderedDict(), 0

    def fault(self, symbol, text, *listings):
        shown = [text]
        for name in listings:
            shown += [f"  {name}:", *(f"    {line}" for line in self.functions[name].lines())]
        self.faults.setdefault(symbol, "\n".join(shown))

    def of_kind(self, prefix):
        return [name for name in self.functions if name.startswith(prefix + "_") and ".cold" not in name]

    def equal(self, prefix):
        """Every function with that prefix is the struct's, instruction by instruction."""
        names = self.of_kind(prefix)
        for name in names:
            twin = "struct" + name.removeprefix(prefix.split("_")[0])
            if twin not in self.functions:
                self.fault(name, f"{name} has no {twin} to be compared with")
            elif self.functions[name].lines() != self.functions[twin].lines():
                self.fault(name, f"{name} is not {twin}:", name, twin)
        return len(names)

    def throws(self, function, start):
        """Whether the code from an instruction on runs into a call that throws, with nothing but moves before it."""
        for mnemonic, operands in function.instructions[start:]:
            if mnemonic.startswith("call"):
                return "raise" in operands
            if mnemonic == "jmp" or mnemonic.startswith("ret") or CONDITIONAL.match(mnemonic):
                return False
        return False

    def one_check_more(self, aligns_stack_at_entry):
        names = self.of_kind("checked")
        for name in names:
            if fault := self.more_than_a_check(name, aligns_stack_at_entry):
                self.fault(name, f"{name}: {fault}", name, "un" + name)
        return len(names)

    def more_than_a_check(self, name, aligns_stack_at_entry):
        """What is wrong with a checked read, or None."""
        function, expected = self.functions[name], self.functions["un" + name].instructions
        # The hot part ends at the last return; the throwing path lies behind it or in a section of its own.
        returns = [i for i, (mnemonic, _) in enumerate(function.instructions) if mnemonic.startswith("ret")]
        hot = function.instructions[: returns[-1] + 1 if returns else 0]
        if any(mnemonic.startswith("call") for mnemonic, _ in hot):
            return "a call that is not behind the last return"
        leaving = [i for i, (mnemonic, operands) in enumerate(hot) if CONDITIONAL.match(mnemonic)
                   and not (operands.startswith("instruction ") and int(operands.split()[1]) < len(hot))]
        if len(leaving) != 1:
            return f"{len(leaving)} branches out of the hot part"
        target, cold = hot[leaving[0]][1], self.functions.get(name + ".cold")
        if target.startswith("instruction "):
            out_of_line = self.throws(function, int(target.split()[1]))
        else:
            out_of_line = cold is not None and cold.section != function.section and self.throws(cold, 0)
        if not out_of_line:
            return "the branch does not lead to a throwing path that is out of line"
        surplus = {leaving[0]}
        if aligns_stack_at_entry and hot[0][0].startswith("push") and hot[-2][0].startswith("pop"):
            surplus |= {0, len(hot) - 2}
            self.aligned_at_entry += 1
        tests = [i for i, (mnemonic, _) in enumerate(hot) if TESTS.match(mnemonic)]
        if not any(without(hot, surplus | {test}) == expected for test in tests):
            return f"not one test and one branch more, but {len(hot) - len(surplus) + 1 - len(expected)} instructions"
        return None

    def one_mark_more(self):
        """Writes of slots: whether they were set is not asked, and several are marked in one step."""
        names = self.of_kind("marked")
        for name in names:
            twin = "struct_" + name.removeprefix("marked_")
            function, expected = self.functions[name].instructions, self.functions[twin].instructions
            surplus = len(function) - len(expected)
            branches = sum(CONDITIONAL.match(mnemonic) is not None for mnemonic, _ in function)
            struct_branches = sum(CONDITIONAL.match(mnemonic) is not None for mnemonic, _ in expected)
            if surplus > 1 or branches != struct_branches or self.functions[name].calls():
                self.fault(name, f"{name}: {surplus} instructions and {branches - struct_branches} branches more", name, twin)
        return len(names)

    def unoptimised(self, most_instructions):
        """No call that the struct's function does not have. Returns the numbers of instructions."""
        counts = []
        for name in self.of_kind("slotted"):
            pattern = name.removeprefix("slotted_")
            function, twin = self.functions[name], self.functions[f"struct_{pattern}"]
            if pattern in NO_ACCESS:
                continue
            calls = collections.Counter(function.calls()) - collections.Counter(twin.calls())
            if calls:
                self.fault(name, f"{name} at -O0 calls {', '.join(calls)}")
            counts.append(f"{pattern} {len(twin.instructions)} -> {len(function.instructions)}")
            if pattern in FEW_INSTRUCTIONS_UNOPTIMISED and len(function.instructions) > most_instructions:
                self.fault(name, f"{name} at -O0: {len(function.instructions)} instructions, struct "
                                 f"{len(twin.instructions)}; at most {most_instructions}")
        return counts


def compile_(compiler, folder, name, *flags):
    path = folder / name
    source = pathlib.Path(__file__).resolve().with_name("patterns.cpp")
    done = subprocess.run([*compiler, *flags, "-c", str(source), "-o", str(path)], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C"})
    if done.returncode != 0:
        sys.exit(f"patterns.cpp does not compile with {' '.join([*compiler, *flags])}:\n{done.stderr}")
    return path


def frames_of_accessors(objdump, path):
    """{function of patterns.cpp: inlined functions that a debugger shows as frames}: those that are not artificial."""
    text = subprocess.run([objdump, "--dwarf=info", str(path)], check=True, capture_output=True, text=True).stdout
    entries, order = {}, []  # what the debug information says of each thing: its tag, depth and attributes
    for line in text.splitlines():
        if match := re.match(r" <(\d+)><([0-9a-f]+)>: .*\((DW_TAG_\w+)\)", line):
            order.append({"depth": int(match[1]), "tag": match[3]})
            entries[match[2]] = order[-1]
        elif order and (match := re.match(r"\s+<[0-9a-f]+>\s+(DW_AT_\w+)\s*: (.*)", line)):
            order[-1][match[1]] = match[2].split("): ")[-1].strip()

    def declared(entry):
        for attribute in ("DW_AT_abstract_origin", "DW_AT_specification"):
            if attribute in entry:
                return declared(entries[entry[attribute].strip("<>").removeprefix("0x")]) | entry
        return entry

    frames, current = collections.defaultdict(set), ""
    for entry in order:
        if entry["depth"] == 1:
            current = entry.get("DW_AT_name", "") if entry["tag"] == "DW_TAG_subprogram" else ""
            frames[current]
        elif entry["tag"] == "DW_TAG_inlined_subroutine":
            origin = declared(entry)
            if "DW_AT_artificial" not in origin:
                frames[current].add(origin.get("DW_AT_linkage_name", origin.get("DW_AT_name", "?")))
    return {name: seen for name, seen in frames.items() if name.startswith("slotted_")}


def accepts(compiler, flag):
    command = [*compiler, flag, "-E", "-x", "c++", os.devnull]
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def predefined(compiler):
    """The macros that the compiler defines, with their values."""
    done = subprocess.run([*compiler, "-dM", "-E", "-x", "c++", os.devnull], check=True, capture_output=True, text=True)
    return dict(re.findall(r"#define (\w+) (.*)", done.stdout))


def find_objdump():
    for name in ("objdump", "llvm-objdump", *(f"llvm-objdump-{version}" for version in range(30, 13, -1))):
        if shutil.which(name):
            return name
    sys.exit("needs objdump or llvm-objdump")


def main():
    arguments = sys.argv[1:]
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mutants", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--objdump", default=None)
    options = parser.parse_args(arguments[:split])
    compiler = arguments[split + 1:]
    if not compiler:
        parser.error("no compiler after --")
    objdump = options.objdump or find_objdump()
    macros = predefined(compiler)
    real_members = "SLOTTED_REAL_MEMBERS" in macros
    x86 = "__x86_64__" in macros  # elsewhere only fields and unchecked reads are compared
    aligns = 0 < int(macros.get("__clang_major__", 0)) < CLANG_WRAPS_STACK_ALIGNMENT
    if accepts(compiler, "-fno-ipa-icf"):  # equal functions must not become one: they are what is compared
        compiler.append("-fno-ipa-icf")

    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)

        def optimised(mutant=0):
            path = compile_(compiler, folder, f"patterns_{mutant}.o", "-O2", f"-DSLOTTED_MUTANT={mutant}")
            checker = Checker(disassemble(objdump, path))
            fields, unchecked = checker.equal("slotted"), checker.equal("unchecked")
            return checker, fields, unchecked, *((checker.one_check_more(aligns), checker.one_mark_more()) if x86 else (0, 0))

        if options.mutants:
            sound = set(optimised()[0].faults)
            missed = []
            for number, symbol in MUTANTS.items():
                if symbol.startswith(("checked", "marked")) and not x86 or symbol.startswith("slotted_real") and not real_members:
                    continue
                found = set(optimised(number)[0].faults) - sound
                print(f"mutant {number}: {', '.join(sorted(found)) or 'not found'}")
                if found != {symbol}:
                    missed.append(str(number))
            return f"not caught, or in the wrong function: mutant {', '.join(missed)}" if missed else 0

        checker, fields, unchecked, checked, marked = optimised()
        adopted = len(checker.of_kind("slotted_adopted"))
        if (fields - adopted < FEWEST_FIELD_PATTERNS or adopted < FEWEST_ADOPTED_PATTERNS
                or unchecked < FEWEST_SLOT_PATTERNS or x86 and (checked != unchecked or marked < FEWEST_MARKED_PATTERNS)):
            checker.fault("patterns.cpp", f"only {fields} patterns of fields, {adopted} of them adopted, {checked} of slots, "
                                          f"{unchecked} unchecked, {marked} written")
        plain = Checker(disassemble(objdump, compile_(compiler, folder, "patterns_O0.o", "-O0")))
        real = plain.equal("slotted_real")
        if real != len(checker.of_kind("slotted_real")) or real_members and real < FEWEST_REAL_PATTERNS:
            plain.fault("real", f"only {real} patterns of real members")
        counts = plain.unoptimised(MOST_INSTRUCTIONS_UNOPTIMISED if x86 else sys.maxsize)
        if "llvm" not in objdump:
            frames = frames_of_accessors(objdump, compile_(compiler, folder, "patterns_g.o", "-O0", "-g"))
            for name, seen in frames.items():
                if seen and name.removeprefix("slotted_") not in NO_ACCESS:
                    plain.fault(name, f"{name}: a debugger shows frames of {', '.join(sorted(seen))}")
            if len(frames) != fields:
                plain.fault("frames", f"debug information of {len(frames)} functions, not of {fields}")

        for text in [*checker.faults.values(), *plain.faults.values()]:
            print(text)
        if checker.aligned_at_entry:
            print(f"{checker.aligned_at_entry} checked reads also align the stack at entry, as this compiler does wherever "
                  "one path calls")
        print("-O0, instructions, struct -> slotted:", ", ".join(counts))
        print(f"{fields} patterns of fields against a struct, {adopted} of them of an adopted one, {unchecked} of unchecked "
              f"slots against it, {checked} of slots against unchecked ones, {marked} of slots that are written, {real} of real "
              "members: "
              f"{len(checker.faults)} faults at -O2, {len(plain.faults)} at -O0")
        return 1 if checker.faults or plain.faults else 0


if __name__ == "__main__":
    sys.exit(main())
