# Copyright (c) 2026 the slotted authors
# SPDX-License-Identifier: MIT
"""Slots of every kind, as fields, readonly, and possibly unset; without a dict slot and a weakref slot."""
import gc
import unittest
import weakref

import numpy as np

import kinds

INTEGERS = {f"{sign}{bits}": (-(2 ** (bits - 1)) if sign == "i" else 0, 2 ** (bits - (sign == "i")) - 1)
            for sign in "iu" for bits in (8, 16, 32, 64)}
LETTERS = {"boolean": "?", "f32": "f", "f64": "d", "i8": "b", "i16": "h", "i32": "i", "i64": "l",
           "u8": "B", "u16": "H", "u32": "I", "u64": "L"}


def readonly(**values):
    return kinds.Slots(**{f"r_{name}": value for name, value in values.items()})


class Fields(unittest.TestCase):
    def test_integers_take_what_they_hold(self):
        fields = kinds.Fields()
        for name, (least, most) in INTEGERS.items():
            for value in (least, most, True, np.int16(5)):
                setattr(fields, name, value)
                self.assertEqual(getattr(fields, name), value, name)
                self.assertIs(type(getattr(fields, name)), int)
            for value in (least - 1, most + 1, 1.0, "1", None, -2 ** 70, 2 ** 70):
                with self.subTest(name=name, value=value), self.assertRaises((TypeError, OverflowError)):
                    setattr(fields, name, value)
                self.assertEqual(getattr(fields, name), 5, name)

    def test_nothing_else_was_written(self):
        for name, (least, _) in INTEGERS.items():
            fields = kinds.Fields(i8=3, i16=3, i32=3, i64=3, u8=3, u16=3, u32=3, u64=3)
            setattr(fields, name, least)
            self.assertEqual({other: getattr(fields, other) for other in INTEGERS},
                             {other: 3 if other != name else least for other in INTEGERS})

    def test_booleans_and_numbers(self):
        fields = kinds.Fields(boolean=True, f32=0.1, f64=0.1)
        self.assertIs(fields.boolean, True)
        self.assertEqual((fields.f32, fields.f64), (float(np.float32(0.1)), 0.1))
        fields.boolean, fields.f32, fields.f64 = False, 2, np.float32(0.5)
        self.assertEqual((fields.boolean, fields.f32, fields.f64), (False, 2.0, 0.5))
        for name, value in (("boolean", 2), ("boolean", None), ("f32", "1"), ("f64", []), ("f64", 10 ** 400)):
            with self.subTest(name=name, value=value), self.assertRaises((TypeError, OverflowError)):
                setattr(fields, name, value)
        self.assertEqual((fields.boolean, fields.f32, fields.f64), (False, 2.0, 0.5))

    def test_optional(self):
        fields = kinds.Fields(maybe=5)
        self.assertEqual(fields.maybe, 5)
        fields.maybe = None
        self.assertIsNone(fields.maybe)
        with self.assertRaises(TypeError):
            fields.maybe = "text"

    def test_python_objects(self):
        fields = kinds.Fields()
        self.assertIsNone(fields.any)
        for thing in (object(), 5, "text", fields):
            fields.any = thing
            self.assertIs(fields.any, thing)
        del thing, fields
        self.assertEqual(gc.collect() > 0, True)

    def test_what_python_does_not_see(self):
        fields = kinds.Fields()
        for name in ("secret", "pointer", "colour"):
            with self.subTest(name), self.assertRaises(AttributeError):
                getattr(fields, name)
            with self.subTest(name), self.assertRaises(AttributeError):
                setattr(fields, name, 5)
        with self.assertRaisesRegex(TypeError, "unexpected keyword argument 'secret'"):
            kinds.Fields(secret=5)
        self.assertEqual(kinds.secret_of(fields), 7)

    def test_no_dict_and_no_weak_references(self):
        fields = kinds.Fields()
        self.assertFalse(hasattr(fields, "__dict__"))
        with self.assertRaises(TypeError):
            weakref.ref(fields)

        class More(kinds.Fields):
            pass

        more = More(i8=1)
        more.colour = "red"
        self.assertEqual((more.__dict__, more.i8, weakref.ref(more)()), ({"colour": "red"}, 1, more))


class Readonly(unittest.TestCase):
    def test_read_and_never_written(self):
        slots = readonly(**{name: 1 for name in LETTERS if name != "boolean"}, boolean=True, string="1", any=1)
        for name in [*LETTERS, "string", "any"]:
            self.assertEqual(str(getattr(slots, "r_" + name)).removesuffix(".0"), "True" if name == "boolean" else "1")
            with self.subTest(name), self.assertRaises(AttributeError):
                setattr(slots, "r_" + name, getattr(slots, "r_" + name))
            with self.subTest(name), self.assertRaises((AttributeError, TypeError)):
                delattr(slots, "r_" + name)

    def test_whole_range(self):
        for name, (least, most) in INTEGERS.items():
            for value in (least, most):
                slots = readonly(**{name: value})
                self.assertEqual({other: getattr(slots, "r_" + other) for other in INTEGERS},
                                 {**dict.fromkeys(INTEGERS, 0), name: value})


class Slots(unittest.TestCase):
    NAMES = ("boolean", "u8", "i64", "f32", "string", "f64", "any", "held", "constant")

    def test_unset_set_and_unset_again(self):
        slots = kinds.Slots()
        values = dict(zip(self.NAMES, (True, 5, -5, 0.5, "text", 0.25, [], (1,))))
        for name in self.NAMES:
            with self.subTest(name), self.assertRaisesRegex(AttributeError, f"^'Slots' object has no attribute '{name}'"):
                getattr(slots, name)
        for name, value in values.items():
            setattr(slots, name, value)
            self.assertEqual([other for other in self.NAMES if hasattr(slots, other)], [name])
            self.assertEqual(getattr(slots, name), value)
            delattr(slots, name)
        self.assertEqual(kinds.Slots(constant=5).constant, 5)
        with self.assertRaises(AttributeError):
            slots.constant = 5

    def test_objects_in_slots_are_collected(self):
        for name in ("any", "held"):
            class More(kinds.Slots):
                pass

            slots = More()
            setattr(slots, name, slots)
            gone = weakref.ref(slots)
            del slots
            gc.collect()
            self.assertIsNone(gone(), name)


class Columns(unittest.TestCase):
    def test_dtype_of_fields(self):
        array = kinds.FieldsArray()
        for i in range(3):
            array.append(kinds.Fields(boolean=i == 1, f32=i, f64=-i, **{name: i for name in INTEGERS}))
        view = np.asarray(array)
        offsets = array.offsets()
        self.assertEqual(view.dtype.itemsize, offsets[""])
        self.assertEqual(set(view.dtype.names), set(LETTERS))
        for name, letter in LETTERS.items():
            self.assertEqual(view.dtype.fields[name], (np.dtype(letter), offsets[name]))
            self.assertEqual(view[name].tolist(), [getattr(one, name) for one in array])
            view[name] = 1
            array[name][2] = 0
            self.assertEqual([getattr(one, name) for one in array], [1, 1, 0])
        self.assertEqual([kinds.secret_of(one) for one in array], [7, 7, 7])

    def test_readonly_fields(self):
        array = kinds.SlotsArray()
        array.append(readonly(**{name: name == "boolean" or 1 for name in LETTERS}))
        self.assertEqual(np.asarray(array).dtype.names, ())
        for name in LETTERS:
            self.assertEqual(array["r_" + name].tolist(), [1])
            with self.subTest(name), self.assertRaises(ValueError):
                array["r_" + name][0] = 0

    def test_slots_that_may_be_unset(self):
        array = kinds.SlotsArray()
        names = ("boolean", "u8", "i64", "f32", "f64", "constant")
        for name in names:
            array.append(kinds.Slots(**{name: True if name == "boolean" else 1}))
        self.assertEqual(np.asarray(array).dtype.names, ())
        for name in names:
            column = array[name]
            self.assertEqual(column.mask.tolist(), [other != name for other in names])
            self.assertEqual(column.sum(), 1)


if __name__ == "__main__":
    unittest.main()
