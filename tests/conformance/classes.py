"""The classes of the scripts, as Python declares them: classes.hpp has the same with slotted, in the same order."""
from dataclasses import dataclass, field


class Point: __slots__ = ("x", "y", "label")
class Empty: __slots__ = ()
class Single: __slots__ = ("value",)
class Bag: __slots__ = ("a", "b", "c")
class Words: __slots__ = ("class", "def", "é", "größe", "a_name_that_is_a_good_deal_longer_than_most_names_are_in_any_program")
class Documented: __slots__ = {"x": "the x", "y": "the y", "z": None}
class Redocumented(Documented): __slots__ = ()
class Aliased: __slots__ = ("x", "y")
Aliased.abscissa = Aliased.x


# The dict slot.
class Shape: __slots__ = ("name", "__dict__")
class Circle(Shape): __slots__ = ("radius",)
class Free: __slots__ = ("__dict__",)
class Plain: pass
class OnPlain(Plain): __slots__ = ("x",)


# The weakref slot.
class Watched: __slots__ = ("x", "__weakref__")
class Grand(Watched): __slots__ = ("y",)
class Both: __slots__ = ("x", "__dict__", "__weakref__")


# Inheritance.
class First: __slots__ = ("x",)
class Second(First): __slots__ = ("y",)
class Third(Second): __slots__ = ("z",)
class Same(Third): __slots__ = ()
class Loose(First): pass
class Under(Loose): __slots__ = ("e",)
class LateDict(First): __slots__ = ("__dict__",)
class LateWeak(First): __slots__ = ("__weakref__",)
class Mixin: __slots__ = ()
class BeforeMixin(First, Mixin): __slots__ = ("q",)
class BehindMixin(Mixin, First): __slots__ = ("q",)
class Other: __slots__ = ("o",)
class OnlyWeak: __slots__ = ("__weakref__",)
class WeakDict(OnlyWeak, Free): __slots__ = ()


# What a slot may be besides set and unset.
class readonly:
    """Reads a slot, and has no way to write it."""

    def __init__(self, slot):
        self.slot = slot

    def __get__(self, instance, owner=None):
        return self if instance is None else self.slot.__get__(instance, owner)


class Account:
    __slots__ = ("number", "owner", "balance")

    def __init__(self, **given):
        for name, value in given.items():
            hidden.get(name, getattr(Account, name)).__set__(self, value)


hidden = {name: getattr(Account, name) for name in ("number", "owner")}
for name, slot in hidden.items():
    setattr(Account, name, readonly(slot))


@dataclass(slots=True)
class Sample:
    id: int
    weight: float
    note: str = field(init=False)


@dataclass(slots=True)
class Settings:
    port: int = 80
    host: str = "localhost"
    debug: bool = False


@dataclass(slots=True)
class Pixel:
    x: int = 0
    y: int = 0
    depth: float = 1.0


@dataclass(slots=True)
class Marked(Pixel):
    mark: str = ""


# Those that are alike.
class G: __slots__ = ("a", "b")
class H: __slots__ = ("b", "a")
class J: __slots__ = ("c", "b")
class K: __slots__ = ("a", "b", "d")
class G0(G): __slots__ = ()
class GE(G): __slots__ = ("e",)
class GE2(G): __slots__ = ("e",)
class HE(H): __slots__ = ("e",)
class GDict(G): __slots__ = ("__dict__",)
class GWeak(G): __slots__ = ("__weakref__",)


# Whose values are heard when they die.
class Noisy: __slots__ = ("b", "a", "__dict__", "__weakref__")
class Noisier(Noisy): __slots__ = ("c", "z")

# Python cannot make these; the attempt is a part of the script.
impossible = {
    "TwoBases": lambda: type("TwoBases", (First, Other), {"__slots__": ()}),
    "TwoWithDict": lambda: type("TwoWithDict", (Shape, First), {"__slots__": ()}),
}
