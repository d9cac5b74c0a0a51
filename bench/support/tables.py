"""The tables of a report, in Markdown."""
import itertools

from rows import ABSOLUTE, absolute, three_digits, times


def table(head, lines):
    """The first column is text, the others are numbers."""
    rule = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head, rule, *lines]) + "\n"


def cell(row, rival, base):
    samples = row.samples.get(rival)
    if samples is None:
        return "-"
    if rival == base or row.unit in ABSOLUTE:
        low, middle, high = min(samples), row.median(rival), max(samples)
        text = absolute(middle, row.unit)
    elif row.median(base) == 0:
        return "-"
    else:
        middle, low, high = row.ratio(rival, base)
        text = times(middle)
    low, high = three_digits(low), three_digits(high)
    return text if low == high or len(samples) == 1 else f"{text} ({low}–{high})"


def rivals_against(columns, rows):
    """A line for each rival, a column for each row; the first rival of a row is its base."""
    rivals = dict.fromkeys(rival for row in rows for rival in row.samples)
    bases = [next(iter(row.samples)) for row in rows]
    return table(["", *columns], [[rival, *(cell(row, rival, base) for row, base in zip(rows, bases))] for rival in rivals])


def of_program(rows):
    text = ""
    for subject, group in itertools.groupby(rows, lambda row: row.subject):
        group = list(group)
        text += f"\n**{subject}**\n"
        plain = [row for row in group if row.at is None]
        if plain:
            text += "\n" + rivals_against([row.question for row in plain], plain)
        swept = [row for row in group if row.at is not None]
        for question in dict.fromkeys(row.question for row in swept):
            asked = [row for row in swept if row.question == question]
            text += f"\n{question}:\n\n"
            text += rivals_against([f"{row.parameter} = {row.at:,}" for row in asked], asked)
    return text


# ---- targets

def as_list(value):
    return value if isinstance(value, list) else [value]


def each_target(target):
    """A target with lists in it is several."""
    keys = [key for key in ("question", "at", "ours") if isinstance(target.get(key), list)]
    choices = list(itertools.product(*(target[key] for key in keys)))
    most = as_list(target["most"])
    for i, choice in enumerate(choices):
        yield target | dict(zip(keys, choice)) | {"most": most[i] if len(most) > 1 else most[0]}


def find(rows, target, prefix=""):
    wanted = {key: target.get(prefix + key, target.get(key)) for key in ("question", "at")}
    for row in rows:
        if (row.program == target["program"] and row.subject.startswith(target["subject"])
                and row.question == wanted["question"] and row.at == wanted["at"]):
            return row
    return None


def verdict(rows, target):
    """The cells of one target: which, measured, at most, met or missed."""
    row, beside = find(rows, target), find(rows, target, "beside_")
    where = target["question"] + (f", {row.parameter} = {row.at}" if row and row.at is not None else "")
    words = [f"{target['what']}: {where}", target["ours"]]
    if row is None or target["ours"] not in row.samples:
        return [*words, "not measured", "-", "-"]
    if "beside" not in target:
        number, most = row.median(target["ours"]), target["most"]
        found = [absolute(number, row.unit), absolute(most, row.unit)]
    else:
        rival = beside and beside.best(*as_list(target["beside"]))
        if rival is None:
            return [*words, "rival not installed", times(target["most"]), "-"]
        number, most = row.median(target["ours"]) / beside.median(rival), target["most"]
        other = "" if beside is row else f", {beside.question}" + (f" at {beside.at}" if beside.at is not None else "")
        found = [f"{times(number)} of {rival}{other}", times(most)]
    slack = 0.5 if "beside" not in target and row.unit == "B" else 0.005  # to what is printed
    return [*words, *found, "met" if number < most + slack else "**missed**"]


def of_targets(rows, wanted):
    lines = [verdict(rows, one) for target in wanted["target"] for one in each_target(target)]
    met = sum(line[-1] == "met" for line in lines)
    text = f"{met} of {sum(line[-1] != '-' for line in lines)} met, by the medians.\n\n"
    text += table(["target", "which", "measured", "at most", ""], lines)
    for one in wanted.get("elsewhere", []):
        text += f"\n* {one['what']}: {one['where']}."
    return text + "\n"


# ---- the README

EVENT = "Event {int64, string, double}, 100,000 of them"
README = (("bytes", "bytes, with all heap"), ("make_and_destroy", "make and destroy"), ("fixed_names", "read by fixed name"),
          ("fixed_names", "write by fixed name"), ("runtime_names", "read by run-time name"),
          ("runtime_names", "write by run-time name"), ("visit_all", "visit all"))


class Missing(Exception):
    pass


def get(rows, program, subject, question, at=None):
    for row in rows:
        if (row.program, row.subject, row.question, row.at) == (program, subject, question, at):
            return row
    raise Missing(f"{program}: {subject}: {question} was not measured")


def for_readme(rows, provenance):
    """The table of the README."""
    lines = []
    for program, question in README:
        row = get(rows, program, EVENT, question)
        best = row.best("std")
        ratio = lambda rival: times(row.ratio(rival, "struct")[0]) if rival in row.samples else "-"
        against = times(row.median(best) / row.median("slotted, slots")) if best else "-"
        lines.append([question, absolute(row.median("struct"), row.unit), ratio("struct of optional"),
                      ratio("slotted, fields"), ratio("slotted, slots"), ratio(best), against])
    return f"**{EVENT}**\n\n" + table(
        ["", "plain struct", "struct of `optional`", "slotted, fields", "slotted, slots", "best `unordered_map`",
         "best map ÷ slots"], lines) + (
        f"\nMeasured by `bench/report.py` on {provenance}.\nTimes are for one object or one access. Smaller is better, but "
        "for the last column.\n")


def first_numbers(rows):
    """Three numbers for the first screen of the README."""
    size = get(rows, "bytes", EVENT, "bytes, with all heap")
    read = get(rows, "fixed_names", EVENT, "read by fixed name")
    name = get(rows, "runtime_names", "An object of N doubles", "get", 16)
    b = lambda rival: absolute(size.median(rival), "B")
    r = lambda rival: times(read.ratio(rival, "struct")[0])
    return (f"- **{b('slotted, slots')}** for an event {{int64, string, double}} of slots, **{b('slotted, fields')}** of "
            f"fields: a struct takes {b('struct')}, a struct of `std::optional` {b('struct of optional')}, the best "
            f"`std::unordered_map` used as an object {b(size.best('std'))}.\n"
            f"- **{r('slotted, fields')}** the time of a struct to read a field by its name in the source, "
            f"**{r('slotted, slots')}** to read a slot, checked; a struct of `std::optional` takes "
            f"{r('struct of optional')}.\n"
            f"- **{three_digits(name.median(name.best('std')) / name.median('slotted, slots'))} times as fast** as the "
            "best `std::unordered_map` to get one of 16 slots by a name that comes at run time.\n")


def dynamic_numbers(rows):
    """What the guide says of dynamic attributes."""
    same, varied = "Same names: the same k in all objects", "Varied names: k of 1,000 in each object, in any order"

    def against(subject, question, k, *rivals):
        row = get(rows, "dynamic_attributes", subject, question, k)
        ratios = (f"{times(row.median('slotted') / row.median(row.best(rival)))} of the best {words}"
                  for rival, words in rivals if row.best(rival))
        return f"{absolute(row.median('slotted'), row.unit)}, " + " and ".join(ratios)
    std, absl = ("std", "`std::unordered_map`"), ("absl", "map of Abseil")
    size = "bytes, with all heap"
    return ("An object with three numbers and k dynamic attributes of type double, all heap counted:\n\n"
            f"- names shared by the objects, k = 5: {against(same, size, 5, std, absl)}; to get one takes "
            f"{against(same, 'get', 5, std, absl)};\n"
            f"- k = 30: {against(same, size, 30, std, absl)}; to get one takes {against(same, 'get', 30, std, absl)};\n"
            f"- names not shared, k = 5: {against(varied, size, 5, std, absl)}; to get one takes "
            f"{against(varied, 'get', 5, std, absl)}.\n")
