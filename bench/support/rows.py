"""What the programs measured: rows of samples, in lines of JSON; written by those in Python, and read."""
import dataclasses
import json
import statistics


@dataclasses.dataclass
class Row:
    program: str
    subject: str
    question: str
    parameter: str | None
    at: int | None
    unit: str
    samples: dict  # of each rival, in the order of the program: the first is what the others are compared to

    def median(self, rival):
        return statistics.median(self.samples[rival])

    def best(self, *beginnings):
        """The rival of that name, else the best of those whose names begin so; nothing where there is none."""
        if len(beginnings) == 1 and beginnings[0] in self.samples:
            return beginnings[0]
        found = [rival for rival in self.samples if rival.startswith(beginnings)]
        return min(found, key=self.median) if found else None

    def ratio(self, rival, base):
        """Median, least and most, in times of the base's median."""
        samples = self.samples[rival]
        divisor = self.median(base)
        return tuple(f(samples) / divisor for f in (statistics.median, min, max)) if divisor else None


def line(program, subject, question, unit, rival, samples, parameter=None, at=None):
    """A row of one rival, as load() reads it."""
    row = {"program": program, "subject": subject, "question": question, "unit": unit, "rival": rival,
           "samples": sorted(samples)}
    if parameter is not None:
        row |= {"parameter": parameter, "at": str(at)}
    return json.dumps(row) + "\n"


def load(paths):
    """The rows, and what the first lines say of the machine."""
    rows, about = {}, {}
    for path in paths:
        program = None
        for line in path.read_text().splitlines():
            found = json.loads(line)
            if "rival" not in found:
                program = found.get("program")
                about |= found
                continue
            at = int(found["at"]) if "at" in found else None
            key = (found.get("program", program), found["subject"], found["question"], at)
            if key not in rows:
                rows[key] = Row(*key[:3], found.get("parameter"), at, found["unit"], {})
            rows[key].samples[found["rival"]] = found["samples"]
    return list(rows.values()), about


def three_digits(number):
    return f"{number:.{2 if number < 9.995 else 1 if number < 99.95 else 0}f}"


# Units of which each rival's own number is told, not how many times as much as the first it is.
ABSOLUTE = ("set", "s", "MiB", "kB", "characters")


def absolute(number, unit):
    if unit in ("set", "characters"):
        return f"{number:.0f}"
    return f"{number:.0f} B" if unit == "B" else f"{three_digits(number)} {unit}"


def times(number):
    return three_digits(number) + "x"
