# Copyright (c) 2026 the slotted authors
# SPDX-License-Identifier: MIT
"""GDB prints slotted objects as what they are.

    (gdb) source .../slotted/debuggers/slotted_gdb.py
    (gdb) print p
    $1 = Point = {x = 1, y = 2, label = <unset>}

Needs debug information with types (-g, not -g1). `info pretty-printer` lists the printers, `print/r` goes without.
"""

import os
import re
import sys

import gdb
import gdb.printing

if os.path.dirname(os.path.abspath(__file__)) not in sys.path:
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import slotted_memory as memory


class View:
    """A gdb.Value, as slotted_memory.py asks for it."""

    def __init__(self, value):
        self.value = value
        self.type = value.type.strip_typedefs().unqualified()
        self.name = self.type.name or str(self.type)
        self.size = self.type.sizeof
        self.pointer_size = gdb.lookup_type("void").pointer().sizeof

    @staticmethod
    def size_of(type_):
        return type_.sizeof

    @staticmethod
    def alignment_of(type_):
        return type_.alignof

    @property
    def address(self):
        return 0 if self.value.address is None else int(self.value.address)

    def _fields(self):
        if self.type.code not in (gdb.TYPE_CODE_STRUCT, gdb.TYPE_CODE_UNION):
            return []
        return self.type.fields()

    def bases(self):
        found = []
        for field in self._fields():
            if field.is_base_class:
                try:
                    found.append(View(self.value[field]))
                except gdb.error:  # a virtual base of what is no object yet
                    pass
        return found

    def members(self):
        return [(f.name or "<anonymous>", View(self.value[f])) for f in self._fields()
                if hasattr(f, "bitpos") and not f.is_base_class and not f.artificial
                and not (f.name or "").startswith("_vptr")]

    def member(self, name):
        return View(self.value[name])

    def number(self):
        return int(self.value)

    def bytes(self):  # of an array of them
        return bytes(int(self.value[i]) for i in range(self.size))

    def pointee(self):
        return View(self.value.dereference())

    def at(self, type_, address):
        return View(gdb.Value(address).cast(type_.pointer()).dereference())

    def array(self, type_, address, count):
        return self.at(type_.array(count - 1), address)

    def text(self, text):
        return Text(text)

    def read(self, address, size):
        return gdb.selected_inferior().read_memory(address, size).tobytes() if size else b""

    def at_pointer(self, address):
        return int.from_bytes(self.read(address, self.pointer_size), sys.byteorder)

    def find_type(self, name):
        try:
            return gdb.lookup_type(name).strip_typedefs()
        except gdb.error:
            return None

    @staticmethod
    def pointer_to(type_):
        return type_.pointer()

    def static_type(self, name):
        for field in self._fields():
            if field.name == name:
                return field.type.strip_typedefs().name
        return None

    def bases_of(self, type_):
        return [field.type.strip_typedefs().name for field in type_.fields() if field.is_base_class]

    def symbol_at(self, address):
        found = re.search("<(.*)>", gdb.Value(address).cast(gdb.lookup_type("void").pointer()).format_string(symbols=True))
        return found.group(1) if found else None


class Text:
    """Where there is no value to show."""

    def __init__(self, text):
        self.value = text


class ObjectPrinter:
    """Slots, bases first and in declared order, and dynamic attributes."""

    def __init__(self, value):
        self.view = View(value)

    def to_string(self):
        name = memory.class_name(self.view)
        real = guarded(lambda: memory.real_class(self.view), None)
        return name if real is None or real == name else real + " seen as " + name

    def children(self):
        try:
            for label, view in memory.children(self.view):
                yield label, view.value
        except (memory.Invalid, gdb.error) as why:
            yield "...", "<%s>" % why


class UnsetPrinter:
    def __init__(self, _):
        pass

    def to_string(self):
        return "<unset>"


class ValuePrinter:
    """A slotted::value: what it holds, as that is printed."""

    def __init__(self, value):
        self.held = guarded(lambda: memory.held_value(View(value)).value, "<not valid>")

    def to_string(self):
        if isinstance(self.held, gdb.Value) and self.held.type.strip_typedefs().code == gdb.TYPE_CODE_PTR:
            return self.held.format_string()  # GDB would take a pointer to characters for a text, without its address
        return self.held


class WeakRefPrinter:
    """Whether the object is alive, and a pointer to it."""

    def __init__(self, value):
        self.view = View(value)

    def to_string(self):
        return guarded(lambda: memory.weak_state(self.view)[0], "<not valid>")

    def children(self):
        target = guarded(lambda: memory.weak_state(self.view)[1], None)
        if target is not None:
            yield "target", target.value.address  # not the object: objects may refer to each other in a ring


def guarded(ask, otherwise):
    """Memory that is not initialised cannot be read, or makes no sense."""
    try:
        return ask()
    except (memory.Invalid, gdb.error, ValueError, OverflowError):
        return otherwise


class Printers(gdb.printing.PrettyPrinter):
    def __init__(self):
        super().__init__("slotted", [gdb.printing.SubPrettyPrinter(name) for name in ("object", "unset", "value", "weak_ref")])
        self.object, self.unset, self.held, self.weak_ref = self.subprinters

    def __call__(self, value):
        type_ = value.type.strip_typedefs().unqualified()
        if type_.code != gdb.TYPE_CODE_STRUCT:
            return None
        name = type_.name or ""
        own = re.match(r"slotted::v\d+::(value$|weak_ref<|detail::nothing$)", name)
        if own:
            kind = own.group(1)
            if kind == "value":
                return ValuePrinter(value) if self.held.enabled else None
            if kind == "weak_ref<":
                return WeakRefPrinter(value) if self.weak_ref.enabled else None
            return UnsetPrinter(value) if self.unset.enabled else None
        if self.object.enabled and not memory.is_part(name) and memory.is_slotted(View(value)):
            return ObjectPrinter(value)
        return None


gdb.printing.register_pretty_printer(gdb.current_objfile(), Printers(), replace=True)
