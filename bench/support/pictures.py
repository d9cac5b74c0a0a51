"""The pictures of a report: ratios with their spread, drawn by gnuplot."""
import itertools
import subprocess

STD, ABSL, BOOST = ("std", "best std::unordered_map"), ("absl", "best of Abseil"), ("boost", "best of Boost")
BASE = ("slotted, slots", "slotted, slots")
numbers_of_blocks = itertools.count()


def point(row, beginning, base):
    rival = row.best(beginning)
    return row.ratio(rival, base) if rival and base in row.samples else None


def rows_of(rows, program, subject, question):
    found = [r for r in rows if r.program == program and r.subject.startswith(subject) and r.question == question]
    return sorted(found, key=lambda row: row.at or 0)


def quoted(text):
    return '"' + text.replace('"', "'") + '"'


def lines(title, rows, base, series, below, logx=True):
    """A panel: a line for each rival, over the parameter of the rows."""
    blocks, plots = "", []
    for beginning, name in series:
        points = [(row.at, point(row, beginning, base)) for row in rows]
        points = [(x, y) for x, y in points if y is not None]
        if not points:
            continue
        block = f"$series{next(numbers_of_blocks)}"
        blocks += block + " << end\n" + "".join(f"{x} {y[0]:.5g} {y[1]:.5g} {y[2]:.5g}\n" for x, y in points) + "end\n"
        width = 3 if beginning == base else 1
        plots.append(f"{block} using 1:2:3:4 with yerrorlines linewidth {width} title {quoted(name)}")
    if not plots:
        return ""
    ticks = ", ".join(f'"{row.at:,}" {row.at}' for row in rows)
    return (f"{blocks}set title {quoted(title)}\nset xlabel {quoted(below)}\nset xtics ({ticks})\n"
            f"{'set logscale x' if logx else 'unset logscale x'}\nset logscale y\nset yrange [*<0.8:2<*]\n"
            f"plot {', '.join(plots)}\n")


def bars(title, groups, base, series):
    """Groups of bars; a group is a name and a row."""
    block = "$bars << end\n"
    for beginning, name in series:
        values = [point(row, beginning, base) for _, row in groups]
        if all(value is not None for value in values):
            block += quoted(name) + " " + " ".join(f"{value[0]:.5g}" for value in values) + "\n"
    columns = ", ".join(f'$bars using {i + 2}:xtic(1) title {quoted(name)}' for i, (name, _) in enumerate(groups))
    labels = ", ".join(f"$bars using ($0{0.27 * i - 0.13:+}):{i + 2}:(sprintf('%.3g', ${i + 2})) with labels offset 0,0.6 "
                       "font ',10' notitle" for i in range(len(groups)))
    return (f"{block}end\nset title {quoted(title)}\nset style data histogram\nset style histogram clustered gap 1.7\n"
            f"set style fill solid 0.7\nset logscale y\nset yrange [0.7:*]\nset key inside top left\n"
            f"set xtics rotate by -30 noenhanced\nplot {columns}, {labels}\n")


def draw(path, panels, gnuplot, width=900):
    panels = [panel for panel in panels if panel]
    script = (f'set terminal svg size {width},{460 * len(panels)} dynamic background "white" font "sans-serif,13"\n'
              f"set output {quoted(str(path))}\nset colorsequence podo\n"
              "set linetype 9 linecolor '#7f7f7f' pointtype 9\nset linetype 10 linecolor '#8c564b' pointtype 11\n"
              "set linetype cycle 10\nset key outside right Left reverse noenhanced\nset grid ytics\n"
              "set ytics (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)\n"
              f"set ylabel 'ratio, log scale; smaller is better'\n"
              f"set multiplot layout {len(panels)},1\n" + "".join(panels) + "unset multiplot\n")
    done = subprocess.run([gnuplot], input=script, text=True, capture_output=True, timeout=5)
    if done.returncode != 0:
        raise RuntimeError(f"gnuplot: {done.stderr}")


def draw_all(rows, folder, name, gnuplot, drawn):
    """Draws what was measured; adds to `drawn` what to say of each picture, and its file."""
    def add(kind, words, panels):
        if any(panels):
            path = folder / f"{name}-{kind}.svg"
            draw(path, panels, gnuplot)
            drawn.append((words, path.name))

    numbers = "An object of N"
    add("names", "Names at run time", [
        lines("Get by a name that comes at run time; times of slotted, slots", rows_of(rows, "runtime_names", numbers, q),
              "slotted, slots",
              [BASE, ("gperf", "gperf"), ("switch", "switch and memcmp"), ("struct", "struct, if ... else if"), ABSL, BOOST,
               STD, ("Qt", "best of Qt's properties"), ("GObject", "GObject"),
               ("CPython slots", "CPython, __slots__")], "N members")
        for q in ("get",)])
    groups = [(words, row) for words, subject, at in (("Event {int64, string, double}", "Event", None),
                                                      ("8 doubles", numbers, 8))
              for row in rows_of(rows, "bytes", subject, "bytes, with all heap") if row.at == at]
    if groups:
        add("bytes", "Bytes of an object", [
            bars("Bytes of an object, all heap counted; times of a plain struct", groups, "struct",
                 [("struct of optional", "struct of optional"), ("slotted, fields", "slotted, fields"), BASE, ABSL, STD,
                  BOOST, ("CPython slots", "CPython, slots"), ("CPython dict", "CPython, dict")])])
    dynamic = [("slotted", "slotted"), STD, ABSL, BOOST, ("CPython", "CPython, __slots__ and __dict__")]
    add("dynamic", "Dynamic attributes", [
        lines(f"{what}; times of slotted", rows_of(rows, "dynamic_attributes", subject, question), "slotted", dynamic,
              "k dynamic attributes", logx=False)
        for what, subject, question in (
            ("Bytes, names shared by the objects", "Same", "bytes, with all heap"),
            ("Get, names shared by the objects", "Same", "get"), ("Get, names not shared", "Varied", "get"))])
    objects = [("struct of optional", "struct of optional"), ("slotted, fields", "slotted, fields"), BASE, STD, ABSL]
    add("growth", "Growth", [
        lines("Read a member of any of n objects; times of a plain struct",
              rows_of(rows, "growth", "Reading", "read by fixed name, any"), "struct", objects, "n objects"),
        lines("Get by run-time name from objects of N members; times of slotted, slots",
              rows_of(rows, "growth", numbers, "get"), "slotted, slots",
              [BASE, ("struct", "struct, if ... else if"), STD, ABSL, ("CPython slots", "CPython, __slots__")],
              "N members")])
