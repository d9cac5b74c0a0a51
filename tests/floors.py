"""Prints the header graph as floors; fails where the house is not in order.

floors.py INCLUDE_FOLDER

The folder's README.md declares the floors in a block ```floors, one line for each, the top one first:
    3  slotted.hpp   dump.hpp
    2  object.hpp
An error is: a header that stands on no floor or on two, an include that does not point to a lower floor, a circle,
a header over 400 lines, one that none on the top floor reaches: the umbrella (slotted.hpp) or one beside it, and one
that writes the name of the inline namespace itself: it has two, and config.hpp says which.
"""
import pathlib
import re
import sys

LONGEST = 400
UMBRELLA = "slotted.hpp"


def read_includes(folder):
    """header -> the headers of this library that it includes."""
    graph = {}
    for path in sorted(folder.rglob("*.hpp")):
        own = set()
        for line in path.read_text().splitlines():
            if match := re.match(r'\s*#\s*include\s*(?:<slotted/([^>]+)>|"([^"]+)")', line):
                target = folder / match[1] if match[1] else path.parent / match[2]
                own.add(target.resolve().relative_to(folder.resolve()).as_posix().removeprefix("slotted/"))
        graph[path.relative_to(folder).as_posix()] = own
    return graph


def read_declared(readme, errors):
    """header -> the floor that README.md gives it."""
    block = re.search(r"^```floors\n(.*?)^```", readme.read_text(), re.M | re.S)
    floors = {}
    for line in block[1].splitlines() if block else []:
        number, *headers = line.split()
        for header in headers:
            if header in floors:
                errors.append(f"{readme.name}: {header} stands on two floors")
            floors[header] = int(number)
    return floors


def find_circle(graph):
    """One circle as a list of headers, or nothing."""
    done = set()

    def walk(header, path):
        if header in path:
            return path[path.index(header):] + [header]
        if header in done:
            return None
        for below in sorted(graph.get(header, ())):
            if circle := walk(below, path + [header]):
                return circle
        done.add(header)
        return None

    return next((circle for header in graph if (circle := walk(header, []))), None)


def reachable(graph, start):
    found, todo = set(), [start]
    while todo:
        header = todo.pop()
        if header not in found:
            found.add(header)
            todo.extend(graph.get(header, ()))
    return found


def print_floors(graph):
    """Each header on the lowest floor that its includes allow."""
    height = {}

    def floor(header):
        if header not in height:
            height[header] = 1 + max((floor(below) for below in graph.get(header, ())), default=-1)
        return height[header]

    for number in sorted({floor(header) for header in graph}, reverse=True):
        for header in sorted(header for header in graph if height[header] == number):
            direct = graph[header]
            shown = {below for below in direct if not any(below in reachable(graph, other) - {other} for other in direct)}
            print(f"{number:3}  {header:22}" + ("-> " + "  ".join(sorted(shown)) if shown else ""))


def main():
    folder = pathlib.Path(sys.argv[1])
    errors = []
    graph = read_includes(folder)
    declared = read_declared(folder / "README.md", errors)

    for header in sorted(graph.keys() - declared.keys()):
        errors.append(f"{header} stands on no floor: give it one in README.md")
    for header in sorted(declared.keys() - graph.keys()):
        errors.append(f"README.md gives a floor to {header}, which is not there")
    for header, includes in graph.items():
        if match := re.search(r"inline\s+v\d\w*", (folder / header).read_text()):
            errors.append(f"{header} has '{match[0]}': write inline SLOTTED_NAMESPACE")
        for below in sorted(includes):
            if below not in graph:
                errors.append(f"{header} includes {below}, which is not there")
            elif declared.get(below, -1) >= declared.get(header, 10**6):
                errors.append(f"{header} (floor {declared[header]}) includes {below} (floor {declared[below]}): not downward")
        if (lines := len((folder / header).read_text().splitlines())) > LONGEST:
            errors.append(f"{header} has {lines} lines, more than {LONGEST}: split it by idea")
    top = max(declared.values(), default=0)
    reached = set().union(*(reachable(graph, header) for header in graph if declared.get(header) == top))
    for header in sorted(graph.keys() - reached):
        errors.append(f"neither {UMBRELLA} nor what stands beside it reaches {header}")

    if circle := find_circle(graph):
        errors.append("a circle: " + " -> ".join(circle))
    else:
        print_floors(graph)
    print(f"{len(graph)} headers, {sum(map(len, graph.values()))} includes")
    print(*errors, sep="\n", end="\n" if errors else "")
    return bool(errors)


if __name__ == "__main__":
    sys.exit(main())
