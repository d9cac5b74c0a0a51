"""Classes with very many slots: that they compile, what that costs, and that every slot is found.

many_slots.py [--table] -- COMPILER FLAGS...

256 slots: default construction, every slot written and read by "name"_slot, found at run time; compiled and run.
1,000 slots: the same with every 50th written. Fails above 1 GiB; the time, which depends on the machine, is printed.
--table: time and memory at -O0 for 32, 128, 256 slots with every name read, above those of the header alone.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

MOST_MEBIBYTES = 1024
TYPES = ["int", "double", "char", "std::int64_t", "bool", "float", "short", "std::uint8_t"]


def type_of(i):
    return TYPES[i % len(TYPES)]


def value_of(i):
    return f"static_cast<{type_of(i)}>({i % 2 if type_of(i) == 'bool' else i % 100})"


def name_of(i):
    return f"slot_number_{i}"


def listed(count):
    slots = ",\n  ".join(f'sl::slot<"{name_of(i)}", {type_of(i)}>' for i in range(count))
    return (f"struct ManySlots : sl::slots<\n  {slots}> {{}};\n"
            "struct Many : sl::object<Many, ManySlots> { using object::object; };\n"
            f"static_assert(sl::slot_count<Many> == {count});\n")


HEAD = """#include <slotted/slotted.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace slotted::literals;
namespace sl = slotted;

[[noreturn]] inline void fail(const char* what, int slot) {
  std::printf("%s, slot %d\\n", what, slot);
  std::exit(1);
}
"""


def program(count, step):
    """A program that fails where one of the slots is not what it must be. Every `step`-th is set by compile-time name."""
    lines = [HEAD, listed(count), "int main() {", "  Many many;"]
    for i in range(0, count, step):
        key = f'"{name_of(i)}"_slot'
        lines += [f'  if (hasattr(many, {key})) fail("set from the start", {i});',
                  f'  setattr(many, {key}, {value_of(i)});',
                  f'  if (getattr(many, {key}) != {value_of(i)}) fail("not what was written", {i});']
    lines += [f"  for (int i = 0; i != {count}; ++i) {{",
              '    const std::string name = "slot_number_" + std::to_string(i);',
              '    if (hasattr(many, name + "x")) fail("a name that is not there is found", i);',
              f'    if (hasattr(many, name) != (i % {step} == 0)) fail("set or unset, and not as it was left", i);']
    for t, spelling in enumerate(TYPES):
        value = f"static_cast<{spelling}>({'i % 2' if spelling == 'bool' else 'i % 100'})"
        lines += [f"    const {spelling}* found_{t} = sl::find_attr<{spelling}>(many, name);",
                  f"    if ((found_{t} != nullptr) != (i % {step} == 0 && i % {len(TYPES)} == {t}) ||",
                  f'        (found_{t} != nullptr && *found_{t} != {value})) fail("not found at run time", i);']
    lines += ["  }", f'  std::printf("{count} slots, %zu bytes\\n", sizeof(Many));', "}"]
    return "\n".join(lines) + "\n"


def touching(count):
    """Every name read once, in one function."""
    reads = [f'  sum += getattr(many, "{name_of(i)}"_slot);' for i in range(count)]
    sum_of = ["double sum(const Many& many) {", "  double sum = 0;", *reads, "  return sum;", "}"]
    return "\n".join([HEAD, *([listed(count), *sum_of] if count else [])]) + "\n"


def compile_(compiler, folder, name, text, *flags):
    """(seconds of processor time, MiB, the object or program)"""
    source = folder / f"{name}.cpp"
    source.write_text(text)
    output = folder / name
    process = subprocess.Popen([*compiler, *flags, str(source), "-o", str(output)], stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, env={**os.environ, "LC_ALL": "C"})
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{name} does not compile:\n{said[:5000]}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output


def main():
    arguments = sys.argv[1:]
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args(arguments[:split])
    compiler = arguments[split + 1:]
    if not compiler:
        parser.error("no compiler after --")

    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        if options.table:
            cost = {count: min(compile_(compiler, folder, f"touching_{count}", touching(count), "-O0", "-c")[:2]
                               for _ in range(5)) for count in (0, 32, 128, 256)}
            for count in (32, 128, 256):
                seconds, mebibytes = (now - alone for now, alone in zip(cost[count], cost[0]))
                print(f"{count:4} slots, each read by name: {seconds:.2f} s and {mebibytes:.0f} MiB above the header "
                      f"({cost[0][0]:.2f} s, {cost[0][1]:.0f} MiB)")
            return 0

        failed = 0
        for count, step in ((256, 1), (1000, 50)):
            seconds, mebibytes, path = compile_(compiler, folder, f"many_{count}", program(count, step))
            ran = subprocess.run([str(path)], capture_output=True, text=True)
            print(f"{count} slots: {seconds:.1f} s, {mebibytes:.0f} MiB; the program says: {ran.stdout.strip()}")
            failed |= ran.returncode != 0 or mebibytes > MOST_MEBIBYTES
        return int(failed)


if __name__ == "__main__":
    sys.exit(main())
