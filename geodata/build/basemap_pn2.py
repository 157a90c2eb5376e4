"""Reads the polygons of a file in Marble's PN2 format, version 2, big-endian.

After a head (version `u8`, a number `u32` without use, `u8` whether they have colours) come
items: kind `u8`, number of the feature `u32`, number of anchors `u32`, anchors. A feature
of several rings begins with an item of kind 4, which has a number of items `u8` instead of
anchors. An anchor is latitude and longitude in half minutes of arc (`i16`), and a number
(`i16`) of points relative to it (`i8` pairs)."""

import struct

import shapely

LINE, RING, OUTER, INNER, SEVERAL = range(5)


def polygons(data):
    """All polygons of a file without colours, in degrees."""
    version, _, coloured = struct.unpack_from(">BIB", data)
    if version != 2 or coloured:
        raise ValueError("not a PN2 file of version 2 without colours")
    found, at = [], 6
    while at < len(data):
        kind, _ = struct.unpack_from(">BI", data, at)
        at += 5
        if kind != SEVERAL:
            at = ring(data, at, kind, found)
            continue
        count, at = data[at], at + 1
        for _ in range(count):
            kind, _ = struct.unpack_from(">BI", data, at)
            at = ring(data, at + 5, kind, found)
    return [shapely.Polygon(rings[0], rings[1:]) for rings in found]


def ring(data, at, kind, found):
    """Reads a ring into `found`; says where the next item begins."""
    points = []
    (anchors,) = struct.unpack_from(">I", data, at)
    at += 4
    for _ in range(anchors):
        lat, lon, count = struct.unpack_from(">hhh", data, at)
        offsets = struct.unpack_from(f">{2 * count}b", data, at + 6)
        at += 6 + 2 * count
        points.append((lon / 120, lat / 120))
        points += [((lon + x) / 120, (lat + y) / 120) for y, x in zip(offsets[::2], offsets[1::2])]
    if len(points) >= 3 and kind in (RING, OUTER):
        found.append([points])
    elif len(points) >= 3 and kind == INNER and found:
        found[-1].append(points)
    return at
