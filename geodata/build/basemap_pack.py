"""Writes the parts into one file; see ../README.md for the layout."""

import struct

import numpy as np

from basemap_areas import bounds

MAGIC = b"DLMAP\x00\x00\x01"


def pack(levels, labels, areas):
    sections = geometry(levels) + texts(labels) + outlines(areas)
    head = bytearray(MAGIC)
    at = len(MAGIC) + 8 * len(sections)
    body = bytearray()
    for section in sections:
        head += struct.pack("<II", at + len(body), len(section))
        print(f"part at {at + len(body):>10,}: {len(section):>10,} bytes")
        body += section
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


def geometry(levels):
    """Levels, cells, fills, lines, points (u16 pairs), triangles (u16 triples)."""
    level_rows, cell_rows, fill_rows, line_rows = bytearray(), bytearray(), bytearray(), bytearray()
    points, triangles, point_count, index_count = [], [], 0, 0
    fills = lines = cells = 0
    for level in levels:
        level_rows += struct.pack("<fII", level.rule.max_zoom, level.rule.cells, cells)
        for cell in level.cells:
            cells += 1
            cell_rows += struct.pack("<IIII", fills, len(cell.fills), lines, len(cell.lines))
            for kind, mesh, indices in cell.fills:
                fill_rows += struct.pack("<IIIII", kind, point_count, len(mesh), index_count, len(indices))
                points.append(mesh)
                triangles.append(indices.astype(np.uint16))
                point_count, index_count, fills = point_count + len(mesh), index_count + len(indices), fills + 1
            for kind, line in cell.lines:
                line_rows += struct.pack("<III", kind, point_count, len(line))
                points.append(line)
                point_count, lines = point_count + len(line), lines + 1
    packed = np.concatenate(points).astype("<u2").tobytes()
    return [level_rows, cell_rows, fill_rows, line_rows, packed, np.concatenate(triangles).astype("<u2").tobytes()]


def texts(labels):
    """Label rows, by importance, and their names."""
    rows, pool = bytearray(), Pool()
    for label in labels:
        x, y = (min(int(v * 2**32), 2**32 - 1) for v in label.at)
        offset, length = pool.add(label.name)
        zooms = [max(0, min(255, round(z * 10))) for z in (label.min_zoom, label.max_zoom)]
        rows += struct.pack("<IIIHBBBBh", x, y, offset, length, label.kind, label.rank, *zooms, round(label.angle * 10_000))
    return [rows, pool.bytes]


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
    names = bytearray()
    for iso, name, area in areas.by_name:
        offset, length = pool.add(name)
        names += struct.pack("<2sHII", iso.encode(), length, offset, area)
    return [area_rows, ring_rows, refs, arc_rows, np.concatenate(points).tobytes(), countries, names, pool.bytes]
