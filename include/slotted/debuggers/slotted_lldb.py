# Copyright (c) 2026 the slotted authors
# SPDX-License-Identifier: MIT
"""LLDB shows slotted objects as what they are.

    (lldb) command script import .../slotted/debuggers/slotted_lldb.py
    (lldb) frame variable p
    (Point) p = (x = 1, y = 2, label = <unset>)

For LLDB 16 or later and programs that clang compiled with types in their debug information (-g, not -g1). `type category
disable slotted` goes without. LLDB before 18 does not know the names of slots in a list that has a name of its own.
"""

import os
import sys

import lldb

if os.path.dirname(os.path.abspath(__file__)) not in sys.path:
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import slotted_memory as memory


def bare(type_):
    return type_.GetCanonicalType().GetUnqualifiedType()


def pointed(value):
    """The object itself: formatters are also asked about pointers and references."""
    type_ = value.GetType().GetCanonicalType()
    return value.Dereference() if type_.IsPointerType() or type_.IsReferenceType() else value


class View:
    """An SBValue, as slotted_memory.py asks for it."""

    def __init__(self, value):
        self.value = value.GetNonSyntheticValue()
        if not self.value.IsValid():
            raise memory.Invalid("not valid")
        self.type = bare(self.value.GetType())
        self.name = self.type.GetName() or ""
        self.size = self.type.GetByteSize()
        self.target = self.value.GetTarget()
        self.pointer_size = self.target.GetAddressByteSize()

    @staticmethod
    def size_of(type_):
        return type_.GetByteSize()

    def alignment_of(self, type_):
        if hasattr(type_, "GetByteAlign"):
            return max(type_.GetByteAlign(), 1)
        type_ = bare(type_)  # before LLDB 19; what alignas says is not known there
        parts = [type_.GetFieldAtIndex(i).GetType() for i in range(type_.GetNumberOfFields())]
        parts += [type_.GetDirectBaseClassAtIndex(i).GetType() for i in range(type_.GetNumberOfDirectBaseClasses())]
        if type_.IsArrayType():
            parts = [type_.GetArrayElementType()]
        return max(map(self.alignment_of, parts)) if parts else min(max(type_.GetByteSize(), 1), 16)

    @property
    def address(self):
        address = self.value.GetLoadAddress()
        return 0 if address == lldb.LLDB_INVALID_ADDRESS else address

    def _part(self, part, name):
        """LLDB keeps such parts by their names, which are the same for many bases: typedefs of templates."""
        name = "%s %s@%d" % (name, bare(part.GetType()).GetName(), part.GetOffsetInBytes())
        return View(self.value.CreateChildAtOffset(name, part.GetOffsetInBytes(), part.GetType()))

    def bases(self):
        virtual = {self.type.GetVirtualBaseClassAtIndex(i).GetName() for i in range(self.type.GetNumberOfVirtualBaseClasses())}
        parts = (self.type.GetDirectBaseClassAtIndex(i) for i in range(self.type.GetNumberOfDirectBaseClasses()))
        return [self._part(part, part.GetName()) for part in parts if part.GetName() not in virtual]

    def _fields(self):
        return [self.type.GetFieldAtIndex(i) for i in range(self.type.GetNumberOfFields())]

    def members(self):
        return [(f.GetName() or "<anonymous>", View(self.value.GetChildMemberWithName(f.GetName())) if f.IsBitfield() else
                 self._part(f, f.GetName() or "")) for f in self._fields() if not (f.GetName() or "").startswith("_vptr")]

    def member(self, name):
        for field in self._fields():
            if field.GetName() == name:
                return self._part(field, name)
            if not field.GetName():
                try:
                    return self._part(field, "").member(name)
                except memory.Invalid:
                    pass
        raise memory.Invalid("no member " + name)

    def number(self):
        error = lldb.SBError()
        number = self.value.GetValueAsUnsigned(error, 0)
        if error.Fail():
            raise memory.Invalid(error.GetCString() or "not readable")
        return number

    def bytes(self):
        return bytes(self.value.GetData().uint8)

    def pointee(self):
        return self.at(self.type.GetPointeeType(), self.number())

    def at(self, type_, address):
        return View(self.target.CreateValueFromAddress("value", lldb.SBAddress(address, self.target), type_))

    def array(self, type_, address, count):
        return self.at(type_.GetArrayType(count), address)

    def text(self, text):
        order = lldb.eByteOrderLittle if sys.byteorder == "little" else lldb.eByteOrderBig
        data, memory_of_text = lldb.SBData(), text.encode() + b"\0"
        data.SetData(lldb.SBError(), memory_of_text, order, self.pointer_size)
        characters = self.target.GetBasicType(lldb.eBasicTypeChar).GetArrayType(len(memory_of_text))
        return View(self.target.CreateValueFromData("text", data, characters))

    def read(self, address, size):
        error = lldb.SBError()
        found = self.target.GetProcess().ReadMemory(address, size, error) if size else b""
        if error.Fail():
            raise memory.Invalid("cannot read memory at 0x%x" % address)
        return found

    def at_pointer(self, address):
        return int.from_bytes(self.read(address, self.pointer_size), sys.byteorder)

    _basic = {"bool": "Bool", "char": "Char", "signed char": "SignedChar", "unsigned char": "UnsignedChar", "short": "Short",
              "unsigned short": "UnsignedShort", "int": "Int", "unsigned int": "UnsignedInt", "long": "Long",
              "unsigned long": "UnsignedLong", "float": "Float", "double": "Double", "long double": "LongDouble"}

    def find_type(self, name):
        if name in self._basic:
            return self.target.GetBasicType(getattr(lldb, "eBasicType" + self._basic[name]))
        found = self.target.FindFirstType(name)
        return bare(found) if found.IsValid() else None

    @staticmethod
    def pointer_to(type_):
        return type_.GetPointerType()

    def static_type(self, name):
        if not hasattr(self.type, "GetStaticFieldWithName"):
            return None
        field = self.type.GetStaticFieldWithName(name)
        return field.GetType().GetUnqualifiedType().GetName() if field.IsValid() else None

    def bases_of(self, type_):
        bases = (type_.GetDirectBaseClassAtIndex(i) for i in range(type_.GetNumberOfDirectBaseClasses()))
        return [bare(base.GetType()).GetName() for base in bases]

    def symbol_at(self, address):
        return self.target.ResolveLoadAddress(address).GetSymbol().GetName()


class Children:
    """What all providers of children have in common: `find` makes the list."""

    def __init__(self, value, _):
        self.value = pointed(value.GetNonSyntheticValue())
        self.found = []

    def update(self):
        self.found = []
        try:
            for label, view in self.find(View(self.value)):
                self.found.append(view.value.Clone(label) if label else view.value)
        except memory.Invalid as why:
            self.fail(why)
        return False

    def fail(self, why):  # a summary says it
        pass

    def num_children(self):
        return len(self.found)

    def has_children(self):
        return True

    def get_child_index(self, name):
        return next((i for i, child in enumerate(self.found) if child.GetName() == name), -1)

    def get_child_at_index(self, index):
        return self.found[index] if 0 <= index < len(self.found) else None


class ObjectChildren(Children):
    def find(self, view):
        return memory.children(view)

    def fail(self, why):
        self.found.append(View(self.value).text("<%s>" % why).value.Clone("..."))


class HeldChildren(Children):
    """Those of the value that a slotted::value holds."""

    def find(self, view):
        held = memory.held_value(view).value.Clone("held")
        held.SetPreferSyntheticValue(True)
        if not held.IsSynthetic() and (held.GetSummary() or held.GetValue()):
            return []  # a text or a number
        return [(None, Child(held.GetChildAtIndex(i))) for i in range(held.GetNumChildren())]

    def has_children(self):
        return self.num_children() != 0


class Child:
    def __init__(self, value):
        self.value = value


class WeakRefChildren(Children):
    def find(self, view):
        target = memory.weak_state(view)[1]
        return [] if target is None else [("target", Child(target.value.AddressOf()))]


def summary(value, _):
    """Of an object: its class, where it is seen as a base of that."""
    try:
        view = View(pointed(value))
        real, name = memory.real_class(view), memory.class_name(view)
    except memory.Invalid:
        return ""
    return "" if real is None or real == name else real + " seen as " + name


def held_summary(value, _):
    try:
        held = memory.held_value(View(pointed(value))).value.Clone("held")
    except memory.Invalid as why:
        return "<%s>" % why
    text = held.GetSummary() or held.GetValue()
    if text and text.startswith(('"<', '"nullptr')):
        return text.strip('"')
    return text or memory.class_name(View(held))


def weak_ref_summary(value, _):
    try:
        return memory.weak_state(View(pointed(value)))[0]
    except memory.Invalid:
        return "<not valid>"


def is_slotted(type_, _):
    """Whether a type is a slotted class."""
    type_ = bare(type_)
    if type_.IsPointerType() or type_.IsReferenceType():
        type_ = bare(type_.GetPointeeType() if type_.IsPointerType() else type_.GetDereferencedType())
    if memory.is_part(type_.GetName() or ""):
        return False
    for i in range(type_.GetNumberOfDirectBaseClasses()):
        base = type_.GetDirectBaseClassAtIndex(i).GetType()
        if memory.OBJECT.match(bare(base).GetName() or "") or is_slotted(base, None):
            return True
    return False


def __lldb_init_module(debugger, _):
    module, category = __name__, "-w slotted"
    for command in (
        f"type synthetic add {category} -l {module}.ObjectChildren --recognizer-function {module}.is_slotted",
        f"type summary add {category} -e -F {module}.summary --recognizer-function {module}.is_slotted",
        f"type synthetic add {category} -l {module}.HeldChildren -x '^slotted::v[0-9]+::value$'",
        f"type summary add {category} -e -F {module}.held_summary -x '^slotted::v[0-9]+::value$'",
        f"type synthetic add {category} -l {module}.WeakRefChildren -x '^slotted::v[0-9]+::weak_ref<.+>$'",
        f"type summary add {category} -e -F {module}.weak_ref_summary -x '^slotted::v[0-9]+::weak_ref<.+>$'",
        f"type summary add {category} -s '<unset>' -x '^slotted::v[0-9]+::detail::nothing$'",
        "type category enable slotted",
    ):
        debugger.HandleCommand(command)
