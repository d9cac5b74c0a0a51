# Copyright (c) 2026 the slotted authors
# SPDX-License-Identifier: MIT
"""Places of C++'s, as objects and as columns.   python3 report.py places.csv"""
import sys

import numpy as np

import zones

places = zones.Places(sys.argv[1])

# All of them: NumPy works where the objects lie.
columns = np.asarray(places)
print(f"{len(columns)} places of {columns.dtype.itemsize} bytes each, which C++ owns")
print(f"mean latitude {columns['latitude'].mean():.1f}")

# A slot that may be unset is a masked column.
change = places["summer_offset"] - places["offset"]
most = places[int(change.argmax())]
print(f"{change.count()} change their clocks, by {change.mean():.0f} minutes on average; {most.name} by {change.max()}")

# One of them: its slots are attributes.
kabul = next(place for place in places if place.name == "Asia/Kabul")
try:
    kabul.summer_offset
except AttributeError as error:
    print(error)


# A class may be derived, and its objects have attributes of any name, in the dict slot of the C++ object.
class City(zones.Place):
    pass


city = City(kabul.name, kabul.latitude, kabul.longitude, offset=kabul.offset)
city.people = 4_600_000
print(city)

# C++ sees what NumPy writes.
before = places.nearest(0, 0).name
columns["longitude"] = (columns["longitude"] + 360) % 360 - 180
after = places.nearest(0, 0).name
print(f"nearest to 0 N 0 E: {before}; when the world has been turned by 180 degrees: {after}")
