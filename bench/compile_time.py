"""What the library costs a compiler, beside a struct, std::tuple and, where it is installed, a map of Boost.Hana.

    compile_time.py FILE [--smoke] COMPILER...

Writes lines of JSON, as the programs beside it do: N members of eight types, each declared and read by its name (or
index) once; seconds of the processor above those of the headers alone, peak memory with them, and what comes out. Then
each header of the library alone, with all that it includes.
"""
import concurrent.futures
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

BENCH = pathlib.Path(__file__).resolve().parent
sys.path += [str(BENCH / "support"), str(BENCH.parent / "tests" / "static")]
import many_slots  # noqa: E402
import rows  # noqa: E402

COUNTS = {"-O0": (8, 32, 128, 200, 256, 1000), "-O2": (8, 32, 128, 256)}
MOST = {"std::tuple": 256, "Boost.Hana map": 128}  # their time grows with the square of the number
REPETITIONS, ENOUGH_SECONDS = 3, 2  # the median of three, unless one or two take that long
MEMBERS = "N members, each declared and read by its name once"
HEADERS = "A file that includes one header and no more"


def reading(before, make_read, count):
    reads = [f"  sum += static_cast<double>({make_read(i)});" for i in range(count)]
    return "\n".join([*before, "double sum(const Many& many) {", "  double sum = 0;", *reads, "  return sum;", "}", ""])


def struct(count):
    members = [f"  {many_slots.type_of(i)} {many_slots.name_of(i)};" for i in range(count)]
    return "#include <cstdint>\n", reading(["struct Many {", *members, "};"], lambda i: f"many.{many_slots.name_of(i)}", count)


def slotted(count):
    return many_slots.HEAD, many_slots.touching(count).removeprefix(many_slots.HEAD)


def tuple_(count):
    types = ", ".join(many_slots.type_of(i) for i in range(count))
    return ("#include <cstdint>\n#include <tuple>\n",
            reading([f"using Many = std::tuple<{types}>;"], lambda i: f"std::get<{i}>(many)", count))


def hana(count):
    key = lambda i: f'"{many_slots.name_of(i)}"_s'
    pairs = ", ".join(f"hana::make_pair({key(i)}, {many_slots.type_of(i)}())" for i in range(count))
    return ("#define BOOST_HANA_CONFIG_ENABLE_STRING_UDL\n#include <boost/hana.hpp>\n#include <cstdint>\n",
            reading(["namespace hana = boost::hana;", "using namespace hana::literals;",
                     f"inline auto make() {{ return hana::make_map({pairs}); }}", "using Many = decltype(make());"],
                    lambda i: f"many[{key(i)}]", count))


RIVALS = {"struct": struct, "slotted": slotted, "std::tuple": tuple_, "Boost.Hana map": hana}


class Measuring:
    def __init__(self, out, folder, compiler, smoke):
        self.out, self.folder, self.compiler, self.smoke = out, folder, compiler, smoke

    def add(self, subject, question, unit, rival, samples, at=None):
        where = {} if at is None else {"parameter": "N", "at": at}
        self.out.write(rows.line("compile_time", subject, question, unit, rival, samples, **where))

    def compile(self, text, *flags):
        """(seconds of each repetition, MiB, the object file)"""
        seconds, mebibytes = [], 0.0
        while not seconds or (not self.smoke and len(seconds) < REPETITIONS and sum(seconds) < ENOUGH_SECONDS):
            one, mebibytes, output = many_slots.compile_(self.compiler, self.folder, "unit.o", text, "-c", *flags)
            seconds.append(one)
        return seconds, mebibytes, output

    def members(self, rival, make):
        for level, counts in COUNTS.items():
            headers, _ = make(0)
            alone = statistics.median(self.compile(headers, level)[0])
            for count in counts[:1] if self.smoke else counts:
                if count > MOST.get(rival, count):
                    continue
                seconds, mebibytes, output = self.compile("".join(make(count)), level)
                self.add(MEMBERS, f"seconds above the headers, {level}", "s", rival, [max(s - alone, 0) for s in seconds], count)
                self.add(MEMBERS, f"peak memory, {level}", "MiB", rival, [mebibytes], count)
                if level == "-O0":
                    self.add(MEMBERS, "object file, -O0", "kB", rival, [output.stat().st_size / 1000], count)
                    symbols = subprocess.run(["nm", output], capture_output=True, text=True, check=True).stdout
                    longest = max(len(line.split()[-1]) for line in symbols.splitlines())
                    self.add(MEMBERS, "longest symbol, -O0", "characters", rival, [longest], count)

    def headers(self):
        listed = re.search(r"set\(SLOTTED_HEADERS\n(.*?)\)", (BENCH.parent / "CMakeLists.txt").read_text(), re.S)[1].split()
        standard = sorted({name for header in listed for name in
                           re.findall(r"^#include <(\w+)>", (BENCH.parent / "include/slotted" / header).read_text(), re.M)
                           if name not in ("format", "meta")})  # which are asked for where there are any
        every = "".join(f"#include <{name}>\n" for name in standard)
        named = {"all standard headers that they include": every, "slotted/slotted.hpp": "#include <slotted/slotted.hpp>\n"}
        for name, text in named.items():
            self.add(HEADERS, "seconds", "s", name, self.compile(text, "-fsyntax-only")[0])
        others = [header for header in (listed[:2] if self.smoke else listed) if header != "slotted.hpp"]
        with concurrent.futures.ThreadPoolExecutor() as pool:
            for header, seconds in zip(others, pool.map(self.alone, others)):
                self.add(HEADERS, "seconds", "s", f"slotted/{header}", [seconds])

    def alone(self, header):
        return many_slots.compile_(self.compiler, self.folder, header, f"#include <slotted/{header}>\n", "-fsyntax-only")[0]


def main(path, *words):
    smoke, compiler = "--smoke" in words, [word for word in words if word != "--smoke"]
    compiler = [shutil.which(compiler[0]) or compiler[0], *compiler[1:], "-std=c++20", f"-I{BENCH.parent / 'include'}"]
    with open(path, "w") as out, tempfile.TemporaryDirectory() as folder:
        measuring = Measuring(out, pathlib.Path(folder), compiler, smoke)
        for rival, make in RIVALS.items():
            source = pathlib.Path(folder, "probe.cpp")
            source.write_text(make(0)[0])
            if subprocess.run([*compiler, "-fsyntax-only", source], capture_output=True).returncode == 0:
                measuring.members(rival, make)
        measuring.headers()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
