# Copyright (c) 2026 the slotted authors
# SPDX-License-Identifier: MIT
"""A slotted class as a Python type, and C++'s array of its objects under NumPy."""
import gc
import importlib
import pathlib
import sys
import tempfile
import unittest
import weakref

import numpy as np

import zones

FILE = str(pathlib.Path(__file__).resolve().parent.parent / "data" / "places.csv")


def kabul(**more):
    return zones.Place("Asia/Kabul", 34.5, longitude=69.2, offset=270, **more)


class Attributes(unittest.TestCase):
    def test_arguments_by_place_and_by_name(self):
        place = kabul(note="in the hills")
        self.assertEqual((place.name, place.latitude, place.longitude, place.offset, place.note),
                         ("Asia/Kabul", 34.5, 69.2, 270, "in the hills"))
        self.assertEqual(zones.Place("x", 1, 2, 3, 4, "n", 5).line, 5)

    def test_arguments_that_are_wrong(self):
        for arguments, keywords, what in [
                (("x",), {}, r"missing 2 required positional arguments: 'latitude' and 'longitude'"),
                (("x", 1, 2, 3, 4, "n", 5, 6), {}, r"8 were given"),
                (("x", 1, 2), {"name": "y"}, r"multiple values for argument 'name'"),
                (("x", "north", 2), {}, r"'latitude' is of type 'double' and takes no value of type 'std::string'")]:
            with self.subTest(what), self.assertRaisesRegex(TypeError, what):
                zones.Place(*arguments, **keywords)

    def test_unset_slot_is_an_attribute_error_with_cpythons_sentence(self):
        place = kabul()
        with self.assertRaisesRegex(AttributeError, "^'Place' object has no attribute 'note': the slot is unset$"):
            place.note
        self.assertFalse(hasattr(place, "summer_offset"))
        self.assertEqual(getattr(place, "summer_offset", 0), 0)
        place.summer_offset = 300
        self.assertEqual(place.summer_offset, 300)
        del place.summer_offset
        with self.assertRaisesRegex(AttributeError, "^'Place' object has no attribute 'summer_offset'"):
            del place.summer_offset

    def test_readonly(self):
        place = kabul()
        for name, value in (("name", "Asia/Kabul"), ("line", 3)):
            with self.subTest(name), self.assertRaises(AttributeError):
                setattr(place, name, value)
            with self.subTest(name), self.assertRaises(AttributeError):
                delattr(place, name)
        self.assertEqual((place.name, place.line), ("Asia/Kabul", 0))

    def test_a_value_that_does_not_fit_changes_nothing(self):
        place = kabul(note="n")
        for name, value, error, what in [
                ("latitude", "north", TypeError, "takes no value of type 'std::string'"),
                ("offset", "270", TypeError, "takes no value of type 'std::string'"),
                ("offset", 2.0, TypeError, "takes no value of type 'double'"),
                ("offset", 70000, TypeError, "which 70000 does not fit"),
                ("offset", 2 ** 80, OverflowError, "too big"),
                ("offset", [], TypeError, "'offset' is of type 'short( int)?' and takes no 'list'"),
                ("note", 5, TypeError, "takes no value of type"),
                ("note", None, TypeError, "takes no 'NoneType'"),
                ("note", "\ud800", UnicodeEncodeError, "surrogate")]:
            with self.subTest(name=name, value=value), self.assertRaisesRegex(error, what):
                setattr(place, name, value)
        self.assertEqual(place, kabul(note="n"))

    def test_a_field_cannot_be_deleted(self):
        place = kabul()
        with self.assertRaisesRegex(AttributeError, "'Place' object attribute 'offset' cannot be deleted"):
            del place.offset

    def test_text_of_any_kind(self):
        place = kabul()
        for text in ("", "å 🔥", "nul\0inside", b"\xff\xfe".decode("utf-8", "surrogateescape"), "x" * 1000):
            place.note = text
            self.assertEqual(place.note, text)

    def test_members_and_descriptors_are_cpythons(self):
        self.assertEqual(type(zones.Place.line).__name__, "member_descriptor")
        self.assertEqual(type(zones.Place.offset).__name__, "getset_descriptor")
        self.assertEqual(zones.Place.latitude.__doc__, "degrees, north of the equator")
        self.assertEqual(zones.Place.offset.__doc__, "minutes that clocks are ahead of UTC")

    def test_repr(self):
        place = kabul()
        place.colour = ["red"]
        self.assertEqual(repr(place), "Place(name='Asia/Kabul', latitude=34.5, longitude=69.2, offset=270, "
                                      "summer_offset=<unset>, note=<unset>, line=0, colour=['red'])")
        place.colour = place
        self.assertTrue(repr(place).endswith("line=0, colour=...)"))

    def test_equality_is_that_of_c(self):
        self.assertEqual(kabul(), kabul())
        self.assertNotEqual(kabul(), kabul(note=""))
        self.assertNotEqual(kabul(), kabul(colour="red"))
        self.assertNotEqual(kabul(), 5)
        with self.assertRaises(TypeError):
            hash(kabul())
        with self.assertRaises(TypeError):
            kabul() < kabul()


class DynamicAttributes(unittest.TestCase):
    def test_what_python_sets_c_sees(self):
        place = kabul()
        for name, value, kind in [("mayor", "Hamid", "std::string"), ("people", 4600000, "long long"),
                                  ("area", 1028.5, "double"), ("capital", True, "bool"), ("rivers", [], "python_object"),
                                  ("debt", 2 ** 70, "python_object"), ("nothing", None, "python_object")]:
            with self.subTest(name):
                setattr(place, name, value)
                self.assertEqual(getattr(place, name), value)
                self.assertIs(type(getattr(place, name)), type(value))
                self.assertIn(kind, zones.type_in_cpp(place, name))
        self.assertIs(place.rivers, place.rivers)
        self.assertEqual(list(vars(place)), ["mayor", "people", "area", "capital", "rivers", "debt", "nothing"])

    def test_dict_is_read_only_and_live(self):
        place = kabul(colour="red")
        self.assertEqual(dict(place.__dict__), {"colour": "red"})
        with self.assertRaises(TypeError):
            vars(place)["colour"] = "blue"
        with self.assertRaises(AttributeError):
            place.__dict__ = {}
        del place.colour
        self.assertEqual(vars(place), {})
        with self.assertRaisesRegex(AttributeError, "'colour'"):
            place.colour
        with self.assertRaisesRegex(AttributeError, "'Place' object has no attribute 'colour'"):
            del place.colour

    def test_dir_has_slots_and_attributes(self):
        self.assertLessEqual({"latitude", "note", "colour", "__dict__"}, set(dir(kabul(colour="red"))))

    def test_a_class_in_python(self):
        class City(zones.Place):
            kind = "city"

            def __init__(self, *_, mayor=None, **__):
                self.seen = mayor

            @property
            def hours(self):
                return self.offset / 60

            @hours.setter
            def hours(self, value):
                self.offset = round(value * 60)

            def __getattr__(self, name):
                if name == "guess":
                    return 42
                raise AttributeError(name)

        city = City("Asia/Kabul", 34.5, 69.2, 270, mayor="Hamid")
        self.assertTrue(repr(city).startswith("City(name='Asia/Kabul'"), repr(city))
        self.assertEqual((city.hours, city.kind, city.guess, city.seen), (4.5, "city", 42, "Hamid"))
        city.hours = 5
        city.kind = "town"
        self.assertEqual((city.offset, city.kind, City.kind), (300, "town", "city"))
        self.assertEqual(dict(vars(city)), {"mayor": "Hamid", "seen": "Hamid", "kind": "town"})
        self.assertIn("std::string", zones.type_in_cpp(city, "kind"))
        del city.kind
        self.assertEqual(city.kind, "city")
        self.assertIsInstance(city, zones.Place)
        city.__class__ = type("Town", (City,), {})
        self.assertEqual(type(city).__name__, "Town")
        self.assertNotIn("__class__", vars(city))

    def test_a_slot_of_a_class_in_python(self):
        class Tagged(zones.Place):
            __slots__ = ("tag",)

        place = Tagged("x", 1, 2)
        place.tag = place.other = []
        self.assertIs(place.tag, place.other)
        self.assertEqual(list(vars(place)), ["other"])


class Lifetime(unittest.TestCase):
    def test_weak_references_of_python(self):
        place = kabul()
        gone = []
        first = weakref.ref(place, gone.append)
        self.assertIs(first(), place)
        self.assertIs(place.__weakref__, weakref.getweakrefs(place)[0])
        del place
        self.assertIsNone(first())
        self.assertEqual(gone, [first])

    def test_weak_references_of_c(self):
        place = kabul()
        zones.watch(place)
        self.assertTrue(zones.is_watched_alive())
        del place
        self.assertFalse(zones.is_watched_alive())

    def test_references_are_counted(self):
        marker = object()
        gc.collect()
        before = sys.getrefcount(marker)
        types_before = sys.getrefcount(zones.Place)
        for _ in range(5):
            place = kabul(tag=marker)
            self.assertIs(place.tag, marker)
            place.tag = marker
            places = zones.Places(FILE)
            places.append(place)
            self.assertIs(places[-1].tag, marker)
            repr(place), vars(place), dir(place), place == places[-1]
            with self.assertRaises(TypeError):
                kabul(tag=marker, latitude=1)
        del place, places
        gc.collect()
        self.assertEqual(sys.getrefcount(marker), before)
        self.assertEqual(sys.getrefcount(zones.Place), types_before)

    def test_cycles_are_collected(self):
        place = kabul()
        place.itself = [place]
        gone = weakref.ref(place)
        del place
        gc.collect()
        self.assertIsNone(gone())

        class City(zones.Place):
            pass

        places = zones.Places(FILE)
        city = City("x", 1, 2)
        city.all = places
        places.append(city)
        gone = weakref.ref(city)
        del city, places
        gc.collect()
        self.assertIsNone(gone())

    def test_a_long_chain_ends_without_a_deep_recursion(self):
        class City(zones.Place):
            pass

        for kind in zones.Place, City:
            with self.subTest(kind=kind.__name__):
                last = kind("x", 1, 2)
                gone = weakref.ref(last)
                place, last = last, None
                for _ in range(100_000):
                    place = kind("x", 1, 2, next=place)
                del place
                self.assertIsNone(gone())

    def test_a_value_that_dies_may_use_the_object(self):
        class Last:
            def __init__(self, place):
                self.place = weakref.ref(place)

            def __del__(self):
                if place := self.place():
                    place.heard = place.offset

        place = kabul()
        place.last = Last(place)
        place.last = 1
        self.assertEqual((place.last, place.heard), (1, 270))
        place.last = Last(place)
        del place.last
        self.assertEqual(list(vars(place)), ["heard"])


class Module(unittest.TestCase):
    def test_it_can_be_imported_again(self):
        first = sys.modules.pop("zones")
        try:
            second = importlib.import_module("zones")
        finally:
            sys.modules["zones"] = first
        self.assertIsNot(first.Place, second.Place)
        for module in (first, second):
            places = module.Places(FILE)
            places.append(module.Place("x", 1, 2, colour="red"))
            self.assertIs(type(places[-1]), module.Place)
            self.assertEqual((places[-1].colour, places.nearest(1, 2).name), ("red", "x"))


class Arrays(unittest.TestCase):
    def setUp(self):
        self.places = zones.Places(FILE)

    def test_the_file_is_read(self):
        self.assertEqual(len(self.places), pathlib.Path(FILE).read_text().count("\n") - 1)
        self.assertEqual(self.places[0].name, "Europe/Andorra")
        self.assertEqual(self.places[-1].line, len(self.places) + 1)
        self.assertEqual(len(list(self.places)), len(self.places))
        with self.assertRaises(IndexError):
            self.places[len(self.places)]
        with self.assertRaises(IndexError):
            self.places[-1 - len(self.places)]

    def test_dtype_is_the_layout(self):
        array = np.asarray(self.places)
        self.assertEqual(array.dtype.names, ("latitude", "longitude", "offset"))
        self.assertEqual([array.dtype[name].str[1:] for name in array.dtype.names], ["f8", "f8", "i2"])
        self.assertEqual(array.strides, (array.dtype.itemsize,))
        for name in array.dtype.names:
            self.assertEqual(array[name].tolist(), [getattr(place, name) for place in self.places])

    def test_both_sides_see_what_the_other_writes(self):
        array = np.asarray(self.places)
        before = array["latitude"].mean()
        self.assertAlmostEqual(before, sum(place.latitude for place in self.places) / len(self.places))
        self.assertEqual(self.places.nearest(48.9, 2.3).name, "Europe/Paris")
        array["latitude"] *= -1
        self.assertAlmostEqual(array["latitude"].mean(), -before)
        self.assertEqual(self.places.nearest(-48.9, 2.3).name, "Europe/Paris")
        self.places["latitude"][:] = 0
        self.assertEqual({place.latitude for place in self.places}, {0.0})
        self.assertTrue(np.shares_memory(array["latitude"], self.places["latitude"]))

    def test_unset_values_are_masked(self):
        column = self.places["summer_offset"]
        self.assertEqual(column.mask.tolist(), [not hasattr(place, "summer_offset") for place in self.places])
        self.assertTrue(0 < column.mask.sum() < len(self.places))
        self.assertEqual(column.compressed().tolist(),
                         [place.summer_offset for place in self.places if hasattr(place, "summer_offset")])
        with self.assertRaises(ValueError):
            column.data[0] = 1

    def test_readonly_values_cannot_be_written(self):
        self.assertEqual(self.places["line"].tolist(), list(range(2, len(self.places) + 2)))
        with self.assertRaises(ValueError):
            self.places["line"][0] = 1
        with self.assertRaises(ValueError):
            self.places["line"].setflags(write=True)

    def test_no_such_column(self):
        for name, what in (("colour", "no column 'colour'"), ("note", "its type is 'std::"), ("no%s", "'no%s'")):
            with self.subTest(name), self.assertRaisesRegex(KeyError, what):
                self.places[name]

    def test_objects_stay_while_there_is_an_array_on_them(self):
        array = np.asarray(self.places)
        with self.assertRaises(BufferError):
            self.places.append(kabul())
        column = array["latitude"]
        masked = self.places["summer_offset"]
        del array, self.places
        gc.collect()
        self.assertEqual((column[0], masked[0]), (42.5, 120))

    def test_append_when_there_is_none(self):
        array = np.asarray(self.places)
        del array
        place = kabul(colour="red")
        self.places.append(place)
        place.latitude = 0
        self.assertEqual((self.places[-1].latitude, self.places[-1].colour), (34.5, "red"))
        with self.assertRaisesRegex(TypeError, "a Place is wanted, not a 'int'"):
            self.places.append(5)

    def test_what_is_wrong_in_a_file(self):
        for text, what in [("name, latitude, longitude\nx, 1, 2\ny, north, 2\n", ":3: latitude: 'north' is not a number"),
                           ("name, latitude, longitude, offset\nx, 1, 2, 70000\n", ":2: offset: '70000' is out of range"),
                           ("name, latitude\nx, 1\n", ":2: Place.__init__.. missing 1 required .* 'longitude'"),
                           ("name, latitude, longitude\nx, 1, 2, 3\n", ":2: more cells than columns: '3'")]:
            with self.subTest(what), tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
                file.write(text)
                file.flush()
                with self.assertRaisesRegex(ValueError, what):
                    zones.Places(file.name)
        with self.assertRaises(FileNotFoundError):
            zones.Places("/nowhere/at/all")

    def test_columns_that_no_slot_has_are_attributes(self):
        with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
            file.write("name, mayor, latitude, longitude\nx, y, 1, 2\nz, , 1, 2\n")
            file.flush()
            places = zones.Places(file.name)
        self.assertEqual([dict(vars(place)) for place in places], [{"mayor": "y"}, {}])

    def test_no_places(self):
        with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
            places = zones.Places(file.name)
        self.assertEqual(len(places), 0)
        self.assertEqual(len(np.asarray(places)), 0)
        self.assertIsNone(places.nearest(0, 0))


if __name__ == "__main__":
    unittest.main()
