# Copyright (c) 2026 the slotted authors
# SPDX-License-Identifier: MIT
"""What debuggers know of slotted objects: which classes are slotted, what their slots are called, which of them are
set, and where dynamic attributes, items and weak references lie. slotted_gdb.py and slotted_lldb.py show it.

Each debugger wraps its values in a View, which has

    name                the type, without typedefs and qualifiers
    size, address, pointer_size
    size_of(type), alignment_of(type)
    bases()             direct bases, as Views
    members()           [(name, View)] of the direct data members, without a vptr
    member(name)        View; also of anonymous unions
    number()            of an integer, an enumerator or a pointer
    at(type, address)   View of that memory
    array(type, address, count)
    pointee()           of a pointer
    bytes()             of the value itself
    text(text)          View of a text, shown as it is
    read(address, size) bytes
    at_pointer(address) the pointer there, as a number
    find_type(name)     a type of the program, or None
    pointer_to(type)
    static_type(name)   the name of the type of a static member, or None
    bases_of(type)      the names of its direct bases
    symbol_at(address)  the name of what lies there, or None

and whatever memory holds, every loop here has an end: what is not initialised is shown as it is, or said to be invalid.
"""

import re

# At most so many of each are shown; a number beyond `sane` is none that a program has.
MOST_NAMES = 1000
MOST_ITEMS = 1000
LONGEST_NAME = 200
SANE = 1 << 28

# The base that makes a class slotted. Not v0_members: there the slots are members, which debuggers show by themselves.
OBJECT = re.compile(r"(slotted::v\d+::)object<")


class Invalid(Exception):
    """Memory that holds no such thing."""


# Names of types, as compilers write them.


def template_arguments(name):
    """The arguments of a template's name, as text."""
    begin = name.find("<")
    if begin < 0:
        return []
    arguments, depth, start, at = [], 0, begin + 1, begin + 1
    while at < len(name):
        c = name[at]
        if c in "\"'":
            at += 1
            while at < len(name) and name[at] != c:
                at += 2 if name[at] == "\\" else 1
        elif c in "<({[":
            depth += 1
        elif c in ">)}]":
            if depth == 0:
                break
            depth -= 1
        elif c == "," and depth == 0:
            arguments.append(name[start:at].strip())
            start = at + 1
        at += 1
    last = name[start:at].strip()
    return arguments + [last] if last else arguments


def _unescaped(text):
    """A string literal's characters. g++ extends the sign of those beyond ASCII."""
    simple = {"n": "\n", "t": "\t", "a": "\a", "b": "\b", "f": "\f", "r": "\r", "v": "\v"}
    out = bytearray()
    for plain, octal, hexa, other in re.findall(r'([^\\]+)|\\(3777777[0-7]{4}|[0-7]{1,3})|\\x([0-9a-fA-F]{1,2})|\\(.)', text):
        if plain:
            out += plain.encode()
        elif octal:
            out.append(int(octal, 8) & 255)
        elif hexa:
            out.append(int(hexa, 16))
        else:
            out += simple.get(other, other).encode()
    return out.decode("utf-8", "replace")


def text_of_name(argument):
    """The text of slotted::name<6>{"label"}, or None. clang writes letters beyond ASCII as numbers."""
    quoted = re.search(r'\{+\s*"((?:[^"\\]|\\.)*)"', argument)
    if quoted:
        return _unescaped(quoted.group(1))
    numbers = re.search(r"\{+([-\d, ()char']+)\}", argument)
    if numbers:
        bytes_ = bytes(int(n) & 255 for n in re.findall(r"-?\d+", numbers.group(1)))
        return bytes_.rstrip(b"\0").decode("utf-8", "replace")
    return None


def is_identifier(text):
    return re.fullmatch(r"[^\W\d]\w*", text) is not None


def label_of(name):
    """A dynamic attribute may have any name."""
    return name if is_identifier(name) else '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _scope_of(name):
    """slotted::v0:: where the name is that of an object<...>."""
    found = OBJECT.match(name)
    return found.group(1) if found else None


def _object_in(view, depth=0):
    """The object<...> that makes a class slotted, in the view of one of its bases, or None."""
    if depth > 64:
        return None
    for base in view.bases():
        if _scope_of(base.name):
            return base
        found = _object_in(base, depth + 1)
        if found is not None:
            return found
    return None


def is_part(name):
    """Whether the class is none of a user's: a base that the library makes for one."""
    return re.match(r"slotted::v\d+::(detail::|object<)", name) is not None


def is_slotted(view):
    return _object_in(view) is not None


def class_name(view):
    """As the library has it: without namespaces; of make_class what it was given."""
    name = view.name
    if name.startswith("slotted::"):
        made = re.match(r'slotted::v\d+::(?:detail::)?\w+<', name)
        given = text_of_name(template_arguments(name)[0]) if made and template_arguments(name) else None
        if given:
            return given
    begin, depth = 0, 0
    for at, c in enumerate(name):
        depth += (c in "<({") - (c in ">)}")
        if depth == 0 and name.startswith("::", at):
            begin = at + 2
    return name[begin:]


# The slots of one class.


def _flat_items(arguments, scope, view, depth=0):
    """The items of lists, lists inside lists spliced."""
    for argument in arguments:
        if argument.startswith(scope + "slot_list<"):
            yield from _flat_items(template_arguments(argument), scope, view, depth)
        elif re.match(re.escape(scope) + r"(slot|field|fields_of|items|dict_slot|weakref_slot|unsynchronized_\w+)\b", argument):
            yield argument
        elif depth < 32 and not argument.startswith(scope):  # a list with a name of its own
            named = view.find_type(argument)
            if named is not None:
                yield from _flat_items(view.bases_of(named), scope, view, depth + 1)


def _names_of_cells(cells, object_name, scope, self_view):
    """What the own slots are called, in declared order: one name for each slot, None for each aggregate."""
    listed = cells.static_type("slotted_items")
    if listed:
        items = template_arguments(template_arguments(listed)[0])
    else:  # g++ leaves that member out, and has the list itself
        items = list(_flat_items(template_arguments(object_name)[1:], scope, self_view))
    names = []
    for item in items:
        if item.startswith(scope + "fields_of<"):
            names.append(None)
        elif item.startswith((scope + "slot<", scope + "field<")):
            names.append(text_of_name(template_arguments(item)[0]))
    return names


class Parts:
    """What was found in an object: its slots, and where the rest begins."""

    def __init__(self):
        self.slots = []  # (label, View)
        self.dict = None  # View of the dict cell
        self.weak = None
        self.items = None  # View of the cell, and of the class that declares it
        self.others = []  # plain members


def _own_index(cell):
    return int(re.sub(r"\D", "", template_arguments(cell.name)[1]) or 0)


def _cell_bases(view, scope, depth=0):
    if view.name.startswith(scope + "detail::slotted_cell_bases<"):
        return view
    for base in view.bases() if depth < 64 else ():
        if base.name.startswith(scope + "detail::slotted_"):
            found = _cell_bases(base, scope, depth + 1)
            if found is not None:
                return found
    return None


def _add_class(view, parts, depth=0):
    """A slotted class, or one that plain C++ derives from it; bases first."""
    if depth > 64:
        return
    for base in view.bases():
        scope = _scope_of(base.name)
        if scope:
            _add_declared(view, base, scope, parts, depth)
        elif is_slotted(base):
            _add_class(base, parts, depth + 1)
        elif base.members() or base.bases():
            parts.slots.append(("<" + class_name(base) + ">", base))
    parts.others += view.members()


def _add_declared(self_view, declared, scope, parts, depth):
    cells = _cell_bases(declared, scope)
    if cells is None:
        raise Invalid("the class has no cells")
    values, aggregates, presence = [], [], None
    prefix = scope + "detail::slotted_"
    for base in cells.bases():
        kind = base.name[len(prefix):].split("<")[0] if base.name.startswith(prefix) else ""
        if kind in ("value_cell", "slot_cell"):
            if kind == "value_cell" and base.member("slotted_value").name.startswith(scope + "detail::dict_cell<"):
                parts.dict = base.member("slotted_value")
            elif kind == "value_cell" and base.member("slotted_value").name.startswith(scope + "detail::weak_cell<"):
                parts.weak = base.member("slotted_value")
            else:
                values.append((_own_index(base), base, kind == "slot_cell"))
        elif kind == "adopted_cell":
            aggregates.append((_own_index(base), base))
        elif kind == "presence_cell":
            presence = base.member("slotted_bits")
        elif kind == "item_cell":
            parts.items = (base, self_view)
        elif kind == "plain_base":
            for plain in base.bases():
                if plain.members() or plain.bases():
                    parts.slots.append(("<" + class_name(plain) + ">", plain))
        elif is_slotted(base):
            _add_class(base, parts, depth + 1)
        elif base.members() or base.bases():
            parts.slots.append(("<" + class_name(base) + ">", base))

    values.sort(key=lambda value: value[0])
    aggregates.sort(key=lambda value: value[0])
    bits = presence.bytes() if presence is not None else b""
    bit = 0
    names = iter(_names_of_cells(cells, declared.name, scope, self_view))
    for index, cell, may_be_unset in values:
        name = next(names, "")
        while name is None:
            _add_aggregate(aggregates, parts)
            name = next(names, "")
        value = cell.member("slotted_value") if not may_be_unset else None
        if may_be_unset:
            is_set = bit // 8 < len(bits) and bits[bit // 8] >> bit % 8 & 1
            value = cell.member("slotted_held").member("slotted_value") if is_set else cell.member("slotted_unset")
            bit += 1
        parts.slots.append((name or "[%d]" % index, value))
    while aggregates:
        _add_aggregate(aggregates, parts)


def _add_aggregate(aggregates, parts):
    if aggregates:
        aggregate = aggregates.pop(0)[1].bases()[0]
        parts.slots += _all_members(aggregate)


def _all_members(view, depth=0):
    inherited = [m for base in view.bases() for m in _all_members(base, depth + 1)] if depth < 64 else []
    return inherited + view.members()


def parts_of(view):
    parts = Parts()
    _add_class(view, parts)
    return parts


def children(view):
    """(label, View) of everything in an object, lazily: slots, bases first and in declared order; plain members;
    dynamic attributes in the order in which they were set; items. The view may be of text, see `note`."""
    parts = parts_of(view)
    yield from parts.slots
    yield from parts.others
    if parts.dict is not None:
        yield from attributes(parts.dict)
    if parts.items is not None:
        yield "items", items(*parts.items)


# Dynamic attributes.


def _block_of(cell):
    """The block that a dict cell points to, its shape, and how many bases up the object's class is."""
    scope = cell.name[: cell.name.index("detail::")]
    block = cell.member("block_")
    block_type, shape_type = (cell.find_type(scope + "detail::" + name) for name in ("dict_block", "shape"))
    if block_type is None or shape_type is None:
        raise Invalid("no debug information of " + scope + "detail::shape")
    where = cell.at(block_type, block.number()).member("shape_and_level").number()
    level = where & 15  # alignof(shape) - 1
    shape = cell.at(shape_type, where - level)
    return block.number(), shape, level


def _check_shape(shape):
    used, alive, room = (shape.member(m).number() for m in ("used", "alive", "capacity"))
    if not (alive <= used <= SANE and room <= SANE and used <= max(room, 31)):
        raise Invalid("not a shape")
    return used


def attributes(cell):
    """(label, View) of the dynamic attributes."""
    try:
        block, shape, _ = _block_of(cell)
        used = _check_shape(shape)
        if used == 0:
            return
        scope = cell.name[: cell.name.index("detail::")]
        header, stored_name = (cell.find_type(scope + "detail::" + name) for name in ("shared_shape", "stored_name"))
        held = cell.name[cell.name.index("<") + 1 : cell.name.rindex(">")].strip()
        stored, member = None, None
        for kind, member in (("inline_value", "held_"), ("boxed_value", "held_")):
            stored = _type_written(cell, scope + "detail::" + kind + "<" + held + ">")
            if stored is not None:
                break
        if header is None or stored_name is None or stored is None:
            raise Invalid("no debug information of the dict's values")
        names = shape.address + (shape.size if shape.member("is_private").number() else cell.size_of(header))
        step = cell.size_of(stored)
        begin = max(cell.pointer_size, cell.alignment_of(stored))
    except Invalid as why:
        yield "dynamic attributes", note(cell, str(why))
        return
    shown = 0
    for place in range(used):
        name = cell.at_pointer(names + place * cell.pointer_size)
        if name == 0:
            continue  # the name was deleted
        if shown == MOST_NAMES:
            yield "...", note(cell, "more")
            return
        shown += 1
        one = cell.at(stored_name, name)
        size = one.member("size").number()
        text = cell.read(name + one.size, min(size, LONGEST_NAME)).decode("utf-8", "replace")
        value = cell.at(stored, block + begin + place * step).member(member)
        if kind == "boxed_value":
            value = value.pointee()
        yield label_of(text) + ("..." if size > LONGEST_NAME else ""), value


def note(view, text):
    """Stands where there is no value to show."""
    return view.text("<" + text + ">")


def real_class(view):
    """The name of the class that an object with a dict slot says it is of, or None."""
    try:
        cell = parts_of(view).dict
        if cell is None:
            return None
        _, shape, level = _block_of(cell)
        _check_shape(shape)
        record = shape.member("real")
        for step in range(level):
            record = record.pointee().member("base")
        return _string_view(record.pointee().member("name"))
    except Invalid:
        return None


def _string_view(view):
    """libstdc++ and libc++ call the two members by other names."""
    begin, size = None, None
    for name, member in _all_members(view):
        if name in ("_M_str", "__data", "__data_"):
            begin = member.number()
        elif name in ("_M_len", "__size", "__size_"):
            size = member.number()
    if not begin or size is None or size > SANE:
        raise Invalid("not a string")
    return view.read(begin, min(size, LONGEST_NAME)).decode("utf-8", "replace")


# slotted::value.

_scalars = {
    (1, 1): "bool",
    (2, 1): "char",
    (3, 1): "signed char",
    (3, 2): "short",
    (3, 4): "int",
    (3, 8): "long",
    (4, 1): "unsigned char",
    (4, 2): "unsigned short",
    (4, 4): "unsigned int",
    (4, 8): "unsigned long",
    (5, 4): "float",
    (5, 8): "double",
    (5, 16): "long double",
}


def _type_written(view, name):
    """The type of that name, which may be that of a pointer; compilers and demanglers put blanks in other places."""
    name = name.strip()
    if name.endswith("*"):
        pointee = _type_written(view, re.sub(r"^const\s+|\s+const$", "", name[:-1].strip()))
        return None if pointee is None else view.pointer_to(pointee)
    found = view.find_type(name)
    return found if found is not None else view.find_type(re.sub(r">(?=>)", "> ", name))


def held_value(view):
    """What a slotted::value holds: a View, or a note."""
    functions = view.member("functions_")
    if functions.number() == 0:
        return note(view, "no value")
    try:
        symbol = view.symbol_at(functions.number()) or ""
        if "value_functions_of<" not in symbol:
            raise Invalid("not valid")
        known = functions.pointee()
        record = known.member("type").pointee()
        in_place = known.member("is_inline").number()
        where = view.member("bytes_").address
        if not in_place:
            where = view.at_pointer(where)
        name = _string_view(record.member("name"))
        kind, size = record.member("kind").number(), record.member("size").number()
    except Invalid as why:
        return note(view, str(why))
    held = ", ".join(template_arguments(symbol[symbol.index("value_functions_of<") :]))
    if held in ("decltype(nullptr)", "std::nullptr_t"):
        return view.text("nullptr")
    text = ["std::string", "std::__1::string"] if kind == 6 else []
    for candidate in (_scalars.get((kind, size)), *text, held, name):
        found = _type_written(view, candidate) if candidate else None
        if found is not None:
            return view.at(found, where)
    return note(view, name)


# Weak references.

_DEAD, _REGISTRATION = 1, 8  # of weak_state


def weak_state(view):
    """Of a weak_ref: what to say of it, and the object, or None where it is dead."""
    anchor = view.member("handle_").member("anchor_")
    if anchor.number() == 0:
        raise Invalid("not valid")
    anchor = anchor.pointee()
    state = anchor.member("state").number()
    target = anchor.member("object").number()
    with_callback = bool(state & _REGISTRATION)
    if target == 0:
        return "dead", None
    said = "alive, with a callback" if with_callback else "alive"
    seen_as = view.find_type(re.sub(r"^const | const$", "", template_arguments(view.name)[0]))
    if seen_as is None:
        return said, None
    # The anchor has the object as the class that declares the weakref slot.
    somewhere = 1 << 20
    owner = _owner_of_weakref_slot(view.at(seen_as, somewhere))
    if owner is None:
        raise Invalid("not valid")
    return said, view.at(seen_as, target - (owner.address - somewhere))


def _owner_of_weakref_slot(view, depth=0):
    for base in view.bases() if depth < 64 else ():
        scope = _scope_of(base.name)
        cells = _cell_bases(base, scope) if scope else None
        for cell in cells.bases() if cells is not None else ():
            if cell.name.startswith(scope + "detail::slotted_value_cell<") and "detail::weak_cell<" in cell.member(
                "slotted_value"
            ).name[:40]:
                return view
        for below in (base, *(cells.bases() if cells is not None else ())):
            if is_slotted(below) and not _scope_of(below.name):
                found = _owner_of_weakref_slot(below, depth + 1)
                if found is not None:
                    return found
    return None


# Items.


def _data_end(view, start, depth=0):
    """The bytes before the tail padding of a class. Debug information does not say that a class is final, where items
    begin behind all of it."""
    end = max([m.address + m.size - start for _, m in view.members()], default=0)
    for base in view.bases() if depth < 64 else ():
        if base.members() or base.bases():
            end = max(end, _data_end(base, start, depth + 1))
    return end


def items(cell, owner):
    """The items behind an object: `cell` has their count, `owner` is the class that declares them."""
    wanted = template_arguments(template_arguments(cell.name)[1])[0]
    bare = re.sub(r"^const\s+|\s+const$", "", wanted)
    item = cell.find_type(bare)
    count = cell.member("slotted_value").member("bits_").number()
    count, distance = count >> 3, count & 7
    if count == 0:
        return note(cell, "none")
    if item is None:
        return note(cell, "%d of type %s" % (count, wanted))
    if count > SANE:
        return note(cell, "not valid")
    alignment = cell.alignment_of(item)
    unit = max(alignment, cell.pointer_size)
    begin = -(-_data_end(owner, owner.address) // alignment) * alignment
    return cell.array(item, owner.address + begin + distance * unit, min(count, MOST_ITEMS))
