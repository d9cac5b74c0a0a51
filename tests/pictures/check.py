"""Compares the pictures of dump_svg.hpp with the numbers of the layouts that they show.   check.py PROGRAM"""
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

SVG = "{http://www.w3.org/2000/svg}"
failures = []


def check(what, ok):
    if not ok:
        failures.append(what)
        print("FAILED:", what)


def rectangle(element):
    return tuple(float(element.get(key)) for key in ("x", "y", "width", "height"))


def check_picture(name, size, slots, bits, picture):
    """Every byte is in one rectangle, at the place that its number says; slots and bits are those of the layout."""
    parts, presence = [], {}
    for group in picture.iter(SVG + "g"):
        title = group.find(SVG + "title").text
        for rect in group.findall(SVG + "rect"):
            if rect.get("data-offset"):
                parts.append((int(rect.get("data-offset")), int(rect.get("data-size")), title, rectangle(rect), rect.get("class")))
            elif rect.get("class") != "bit free":
                presence[title] = x, y, width, height = rectangle(rect)
                letter = group.find(SVG + "text")
                check(f"{name}: the letter of a bit is inside it", x <= float(letter.get("x")) <= x + width and
                      y <= float(letter.get("y")) <= y + height)
    parts.sort()
    at = 0
    for offset, length, *_ in parts:
        check(f"{name}: byte {at} is in one rectangle", offset == at)
        at = offset + length
    check(f"{name}: the bytes are {size}", at == size)

    row_bytes = 16 if size > 32 else 8
    left, right = min(r[3][0] for r in parts), max(r[3][0] + r[3][2] for r in parts)
    unit = parts[0][3][2] / parts[0][1] if parts[0][1] <= row_bytes else None
    below = {}
    for offset, length, _, (x, y, width, height), _ in parts:
        check(f"{name}: byte {offset} is in its column",
              length > row_bytes or unit is None or abs(x - left - offset % row_bytes * unit) < 0.01 and abs(width - length * unit) < 0.01)
        below.setdefault(y, []).append((offset, x, x + width, height))
    last = -1
    for y in sorted(below):
        offsets = [entry[0] for entry in below[y]]
        check(f"{name}: rows follow each other", min(offsets) > last)
        last = max(offsets)
        ends = sorted((entry[1], entry[2]) for entry in below[y])
        check(f"{name}: nothing overlaps", all(a[1] <= b[0] + 0.01 for a, b in zip(ends, ends[1:])))
    page = rectangle(picture.find(SVG + "rect"))
    check(f"{name}: all is on the page", right <= page[2] and all(r[3][1] + r[3][3] <= page[3] for r in parts))

    lines = [line for line in picture.iter(SVG + "line") if line.get("class") == "line"]
    starts = sorted({part[0] // 64 for part in parts if part[1] <= row_bytes} | {part[0] // 64 for part in parts})
    check(f"{name}: cache lines have borders", len(lines) == len(starts) - 1)
    for line in lines:
        y = float(line.get("y1"))
        check(f"{name}: a border lies between rows", y == float(line.get("y2")) and
              not any(r[3][1] <= y <= r[3][1] + r[3][3] for r in parts))

    for slot, (offset, length) in slots.items():
        titles = [part for part in parts if part[2].split("\n")[0].split(":")[0] == slot]
        check(f"{name}: {slot} is {length} bytes from {offset}",
              titles and titles[0][0] == offset and sum(part[1] for part in titles) == length)
    for slot, (byte, bit) in bits.items():
        place = presence.get(f"{slot} is set: byte {byte} bit {bit}")
        inside = [part[3] for part in parts if part[0] <= byte < part[0] + part[1] and "presence" in part[2]]
        check(f"{name}: the bit of {slot} is drawn in its byte", place and inside and inside[0][0] <= place[0] and
              inside[0][1] <= place[1] and place[1] + place[3] <= inside[0][1] + inside[0][3])
    check(f"{name}: no other bit has a slot", len(presence) == len(bits))
    return {part[2].split("\n")[0].split(":")[0]: part[4] for part in parts}


with tempfile.TemporaryDirectory() as folder:
    classes = []
    for line in subprocess.run([sys.argv[1], folder], stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout.splitlines():
        kind, name, *numbers = line.split("\t")
        if kind == "class":
            classes.append((name, int(numbers[0]), {}, {}))
        else:
            classes[-1][2 if kind == "slot" else 3][name] = tuple(map(int, numbers))
    colours = {}
    for name, *numbers in classes:
        colours[name] = check_picture(name, *numbers, xml.parse(pathlib.Path(folder, name + ".svg")).getroot())
    texts = {name: " ".join(xml.parse(pathlib.Path(folder, name + ".svg")).getroot().itertext()) for name, *_ in classes}

check("levels have colours of their own", len({colours["Manager"][slot] for slot in ("name", "salary", "bonus")}) == 3)
check("the dict slot and the weakref slot are marked", all("special" in colours["Person"][p] for p in ("dict slot", "weakref slot")))
check("a hole is hatched", colours["Point"]["no slot"] == "gap")
check("a base that is not slotted is grey", colours["Worker"]["Machine"] == "base")
check("a vptr is shown", "vptr" in colours["Virtual"])
check("the count of items and where they begin are shown", "count of items" in colours["Text"] and "from byte 8" in texts["Text"])
check("documentation is text", 'a <letter> & "more"' in texts["Point"])
check("a large slot is shortened", "more bytes" in texts["Large"])
print(f"{len(classes)} pictures, {len(failures)} failures")
sys.exit(bool(failures))
