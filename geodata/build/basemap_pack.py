"""Writes the parts into one file; see ../README.md for the layout."""

import struct
import zlib

import numpy as np

from basemap_areas import bounds

MAGIC = b"DLMAP\x00\x00\x02"


def pack(grids, labels, translations, areas):
    """The base map."""
    return in_one(geometry(grids) + texts(labels) + names(translations) + outlines(areas))


def pack_lakes(grids):
    """Only geometry, in the same layout."""
    return in_one(geometry(grids))


def in_one(parts):
    head = bytearray(MAGIC + struct.pack("<I", len(parts)))
    at = len(head) + 8 * len(parts)
    body = bytearray()
    for part in parts:
        head += struct.pack("<II", at + len(body), len(part))
        print(f"part at {at + len(body):>10,}: {len(part):>10,} bytes")
        body += part
        body += b"\0" * (-len(body) % 4)
    return bytes(head + body)


class Pool:
    """Names one after the other, each stored once."""

    def __init__(self):
        self.bytes, self.known = bytearray(), {}

    def add(self, text):
        raw = text.encode("utf-8")
        if len(raw) > 0xFFFF:
            raise ValueError(text)
        if raw not in self.known:
            self.known[raw] = len(self.bytes)
            self.bytes += raw
        return self.known[raw], len(raw)


def geometry(grids):
    """Levels, cells, and the compressed contents of the cells."""
    level_rows, cell_rows, contents = bytearray(), bytearray(), bytearray()
    cells = 0
    # Many cells are all sea: equal contents are stored once.
    known = {}
    for grid in grids:
        level_rows += struct.pack("<fII", grid.max_zoom, grid.side, cells)
        for cell in grid.cells:
            raw = cell_bytes(cell)
            if raw not in known:
                small = zlib.compress(raw, 9)
                known[raw] = (len(contents), len(small), len(raw))
                contents += small
            cell_rows += struct.pack("<III", *known[raw])
            cells += 1
    return [level_rows, cell_rows, contents]


def cell_bytes(cell):
    if not cell.fills and not cell.lines:
        return b""
    rings = [length for fill in cell.fills for length in fill.rings]
    points = [fill.points for fill in cell.fills] + [line for _, line in cell.lines]
    triangles = [fill.triangles for fill in cell.fills]
    points = np.concatenate(points)
    triangles = np.concatenate(triangles) if triangles else np.empty(0, np.uint16)
    head = struct.pack("<5I", len(cell.fills), len(rings), len(cell.lines), len(points), len(triangles))
    for fill in cell.fills:
        head += struct.pack("<III", fill.kind, len(fill.rings), len(fill.triangles))
    head += np.array(rings, "<u4").tobytes()
    head += np.array([(kind, len(line)) for kind, line in cell.lines], "<u4").tobytes()
    return head + steps(points[:, 0]) + steps(points[:, 1]) + steps(triangles)


def steps(numbers):
    """Differences, small ones of either sign as small numbers; first all low bytes and
    then all high ones. That is what deflate makes small."""
    numbers = np.asarray(numbers).astype(np.uint16)
    change = np.diff(numbers, prepend=np.uint16(0)).astype(np.int16)
    folded = ((change << 1) ^ (change >> 15)).astype(np.uint16)
    return (folded & 255).astype(np.uint8).tobytes() + (folded >> 8).astype(np.uint8).tobytes()


def texts(labels):
    """Label rows, by importance, and their names."""
    rows, pool = bytearray(), Pool()
    for label in labels:
        x, y = (min(int(v * 2**32), 2**32 - 1) for v in label.at)
        offset, length = pool.add(label.name)
        zooms = [max(0, min(255, round(z * 10))) for z in (label.min_zoom, label.max_zoom)]
        rows += struct.pack("<IIIHBBBBh", x, y, offset, length, label.kind, label.rank, *zooms, round(label.angle * 10_000))
    return [rows, pool.bytes]


def names(translations):
    """Languages, names of labels in them, sorted by language and label, and the names.
    `translations` is a list of (code, name of the language in itself, {label: name})."""
    languages, rows, pool = bytearray(), bytearray(), Pool()
    count = 0
    for code, name, found in translations:
        offset, length = pool.add(name)
        languages += struct.pack("<8sIIHHI", code.encode(), count, len(found), length, 0, offset)
        for label in sorted(found):
            offset, length = pool.add(found[label])
            rows += struct.pack("<IIHH", label, offset, length, 0)
            count += 1
    return [languages, rows, pool.bytes]


def outlines(areas):
    """Areas, rings, arc references, arcs, arc points (i32 pairs, micro-degrees), country
    and name tables, names."""
    area_rows, ring_rows, refs, arc_rows = bytearray(), bytearray(), bytearray(), bytearray()
    pool = Pool()
    rings = count = 0
    for iso, name, found in areas.areas:
        offset, length = pool.add(name)
        box = [round(v * 1e6) for v in bounds(found, areas.arcs)]
        area_rows += struct.pack("<2sHIII4i", iso.encode(), length, offset, rings, len(found), *box)
        for ring in found:
            ring_rows += struct.pack("<II", count, len(ring))
            for arc, forward in ring:
                refs += struct.pack("<I", arc << 1 | (not forward))
            rings, count = rings + 1, count + len(ring)
    points = [np.round(arc * 1e6).astype("<i4") for arc in areas.arcs]
    at = 0
    for arc in points:
        arc_rows += struct.pack("<II", at, len(arc))
        at += len(arc)
    countries = b"".join(struct.pack("<2sHI", iso.encode(), 0, area) for iso, area in areas.by_country)
    named = bytearray()
    for iso, name, area in areas.by_name:
        offset, length = pool.add(name)
        named += struct.pack("<2sHII", iso.encode(), length, offset, area)
    return [area_rows, ring_rows, refs, arc_rows, np.concatenate(points).tobytes(), countries, named, pool.bytes]
