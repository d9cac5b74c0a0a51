"""What debuggers must show of the locals of objects.cpp: each expression with its text, as GDB writes it. Between
« and » is what printers of the standard library show, which are not there for every library; `...` stands for anything."""
import re


unset = "x = 1, y = 2, label = <unset>"
derived = f"{unset}, flag = false, größe = <unset>, tint = <unset>, count = 3, <Plain> = {{...plain = 7}}"
labelled = r'Point = {x = 3, y = 4, label = «"say \"hi\""»}'
red = 'colour = «"red"», weight = 1.5, layer = 3'
blue = f'colour = «"blue"», point = {labelled}'

objects = {
    # Slots, bases first and in declared order, whatever their order in memory is.
    "point": f"Point = {{{unset}}}",
    "*pointer": f"Point = {{{unset}}}",
    "labelled": labelled,
    "deleted": "Point = {x = 5, y = 6, label = <unset>}",
    "moved_from": 'Point = {x = 7, y = 8, label = «""»}',
    "named": "Named = {flag = true, größe = <unset>, tint = shapes::colour::green, count = -5}",
    "many": "Many = {s0 = <unset>, s1 = <unset>, s2 = <unset>, s3 = <unset>, s4 = <unset>, s5 = <unset>, s6 = <unset>, "
    "s7 = 104 'h', s8 = 8, f9 = 9, s10 = <unset>}",
    "derived": f"Derived = {{{derived}, z = 0.5}}",
    "extended": f"Extended = {{{derived}, z = <unset>, own_member = 11}}",
    "over_aligned": "OverAligned = {c = 99 'c', wide = {lane = {1, 2}}}",
    "pixel": "Pixel = {before = <unset>, x = 9, y = 2, depth = 0.5, after = 3}",
    "made": "Made = {m = 4}",
    # Dynamic attributes in the order in which they were set.
    "empty_dict": "Shape = {name = <unset>}",
    "shared_dict": f"Shape = {{name = <unset>, {red}}}",
    "shared_too": f'Shape = {{name = <unset>, {red}, "Installed-Size" = 17}}',
    "deleted_attribute": "Shape = {name = <unset>, weight = 1.5, layer = 3}",
    "own_shape": "Shape = {name = <unset>, a0 = 0, a1 = 1, a38 = 38, a39 = 39}",
    "circle": f'Circle = {{name = «"c"», radius = 2, {blue}}}',
    "as_base": f'Circle seen as Shape = {{name = «"c"», {blue}}}',
    "boxes": "Boxes = {one = {fear = 1}, two = {fear = 2}}",
    "numbers": "Numbers = {n0 = 0, n1 = 1, n2 = 2, n3 = 3, n4 = 4, n5 = 5, n6 = 6, n7 = 7, n8 = 8}",
    "escaped_name": r'Shape = {name = <unset>, "a \"b\" \\ c" = true}',
    # Values of any type.
    "nothing": "<no value>",
    "number": "42",
    "text": '«"text"»',
    "letter": "99 'c'",
    "object": f"Point = {{{unset}}}",
    "address": "...0x...",
    "null": "nullptr",
    # Items.
    "none": "Text = {hash = 1, items = <none>}",
    "hello": 'Text = {hash = 5, items = "hello"}',
    "row": "Row = {title = <unset>, items = {1.5, 2.5, 3.5}}",
    "long_row": "LongRow = {title = <unset>, more = 1, items = {4.5, 5.5}}",
    "long_as_row": "Row = {title = <unset>, items = {4.5, 5.5}}",
    # Weak references.
    "enemy": 'Enemy = {<Plain> = {...plain = 7}, name = «"orc"»}',
    "alive": "alive = {target = 0x...}",
    "dead": "dead",
    "no_target": "dead",
    "watched": "alive, with a callback = {target = 0x...}",
    "derived_target": "alive = {target = 0x...}",
    "free": "Free = {anything = 1}",
    # What never was an object.
    "*zeros": "Circle = {name = <unset>, radius = 0, ... = ...<...>...}",
    "*ones": "Circle = {name = ... = <...>}",
    "*loops": "Circle = {name = <unset>, radius = ..., dynamic attributes = <not a shape>}",
    "*bad_value": "<not valid>",
    "*bad_text": "Text = {hash = 4294967295, items = <not valid>}",
    "*bad_reference": "<not valid>",
}
# Each the address of what the reference names, whatever base of it declares the weakref slot.
same_address = {"address": "&point", "alive": "&enemy", "derived_target": "&troll"}


def pattern(text, library_printers):
    """What matches the text."""
    text = re.escape(text).replace(r"\.\.\.", ".*")
    return re.compile(re.sub("«(.*?)»", (lambda found: found.group(1)) if library_printers else ".*", text) + r"\Z", re.DOTALL)
