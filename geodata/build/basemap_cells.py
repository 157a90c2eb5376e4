"""Cuts geometry into the square cells of a level, in whole numbers."""

from dataclasses import dataclass, field

import mapbox_earcut
import numpy as np
import shapely

# Cells overlap by this part of their size on each side, so that no gap shows between them.
MARGIN = 1 / 1024
# Numbers of corners are stored in 16 bits.
MOST_POINTS = 65535


@dataclass
class Fill:
    """Polygons of one class: all corners, triangles as numbers of corners, and how many
    corners each ring has, outer rings and holes alike."""

    kind: int
    points: np.ndarray
    triangles: np.ndarray
    rings: list


@dataclass
class Cell:
    """Local coordinates are 0 to 65535 over the cell and the margin around it."""

    fills: list = field(default_factory=list)
    lines: list = field(default_factory=list)  # (class, points)


class Grid:
    """A level: the world as `side` times `side` cells, row by row from the north-west.
    Used below `max_zoom`."""

    def __init__(self, max_zoom, side):
        self.max_zoom, self.side = max_zoom, side
        self.cells = [Cell() for _ in range(side * side)]

    def box(self, number):
        """West, north, east, south of a cell with its margin, in the unit square."""
        row, column = divmod(number, self.side)
        size = 1 / self.side
        margin = size * MARGIN
        x, y = column * size, row * size
        return x - margin, y - margin, x + size + margin, y + size + margin

    def touched(self, bounds):
        """The numbers of the cells that a bounding box touches."""
        margin = MARGIN / self.side
        first = np.floor((np.array(bounds[:2]) - margin) * self.side).astype(int)
        last = np.floor((np.array(bounds[2:]) + margin) * self.side).astype(int)
        first, last = first.clip(0, self.side - 1), last.clip(0, self.side - 1)
        for row in range(first[1], last[1] + 1):
            for column in range(first[0], last[0] + 1):
                yield row * self.side + column

    def add_line(self, kind, points):
        if len(points) < 2:
            return
        line = shapely.LineString(points)
        for number in self.touched(line.bounds):
            box = self.box(number)
            for part in shapely.get_parts(shapely.clip_by_rect(line, *box)):
                if part.geom_type == "LineString":
                    inside = local(shapely.get_coordinates(part), box)
                    if len(inside) > 1:
                        self.cells[number].lines.append((kind, inside))

    def pieces(self, polygons):
        """The parts of polygons by cell."""
        found = {}
        for polygon in polygons:
            for number in self.touched(polygon.bounds):
                found.setdefault(number, []).extend(as_polygons([clipped(polygon, self.box(number))]))
        return found

    def add_fills(self, kind, polygons):
        for number, parts in sorted(self.pieces(polygons).items()):
            self.fill_cell(number, kind, parts)

    def add_outside(self, kind, polygons):
        """Fills what is outside of polygons: the sea around the land."""
        # The world goes on at 180°, into the margin of the cells there.
        shifted = [shapely.transform(p, lambda xy, s=s: xy + [s, 0.0]) for p in polygons for s in (-1, 1)
                   if (p.bounds[2] > 1 - MARGIN if s < 0 else p.bounds[0] < MARGIN)]
        inside = self.pieces(list(polygons) + shifted)
        for number in range(len(self.cells)):
            whole = shapely.box(*self.box(number))
            rest = shapely.difference(whole, shapely.union_all(inside[number])) if number in inside else whole
            self.fill_cell(number, kind, as_polygons([rest]))

    def fill_cell(self, number, kind, polygons):
        box = self.box(number)
        meshes = [mesh for polygon in polygons for mesh in meshes_of(polygon, box)]
        self.cells[number].fills += merged(kind, meshes)

    def sort(self):
        for cell in self.cells:
            cell.lines.sort(key=lambda line: line[0])
            cell.fills.sort(key=lambda fill: fill.kind)


def as_polygons(shapes):
    """The polygons in what may have become invalid or a mix."""
    parts = shapely.get_parts(shapely.get_parts(shapely.make_valid(shapes)))
    return [part for part in parts if part.geom_type == "Polygon" and part.area > 0]


def clipped(polygon, box):
    """The fast way fails where a cut leaves a ring of three points."""
    try:
        return shapely.clip_by_rect(polygon, *box)
    except shapely.errors.GEOSException:
        return shapely.intersection(polygon, shapely.box(*box))


def local(points, box):
    """Whole numbers from 0 to 65535 over the box, without repeated points."""
    scaled = (points - np.array(box[:2])) / (box[2] - box[0]) * 65535
    scaled = np.round(scaled).clip(0, 65535).astype(np.uint16)
    keep = np.ones(len(scaled), bool)
    keep[1:] = (scaled[1:] != scaled[:-1]).any(axis=1)
    return scaled[keep]


def meshes_of(polygon, box):
    """Corners, triangles and ring lengths; a polygon with too many corners is halved."""
    if shapely.get_num_coordinates(polygon) > MOST_POINTS:
        west, south, east, north = polygon.bounds
        middle = (south + north) / 2
        for half in ((west, south, east, middle), (west, middle, east, north)):
            for part in as_polygons([clipped(polygon, half)]):
                yield from meshes_of(part, box)
        return
    rings = [local(shapely.get_coordinates(ring), box) for ring in shapely.get_rings(polygon)]
    rings = [ring[:-1] if (ring[0] == ring[-1]).all() else ring for ring in rings]
    rings = [ring for ring in rings if len(ring) > 2]
    if rings:
        points, lengths = np.concatenate(rings), [len(ring) for ring in rings]
        ends = np.cumsum(lengths).astype(np.uint32)
        yield points, mapbox_earcut.triangulate_float64(points.astype(np.float64), ends), lengths


def merged(kind, meshes):
    """As many polygons to a fill as there may be corners in one."""
    batch, count = [], 0
    for mesh in meshes:
        if batch and count + len(mesh[0]) > MOST_POINTS:
            yield joined(kind, batch)
            batch, count = [], 0
        batch.append(mesh)
        count += len(mesh[0])
    if batch:
        yield joined(kind, batch)


def joined(kind, batch):
    starts = np.cumsum([0] + [len(points) for points, _, _ in batch])
    triangles = [indices + start for (_, indices, _), start in zip(batch, starts)]
    rings = [length for _, _, lengths in batch for length in lengths]
    return Fill(kind, np.concatenate([points for points, _, _ in batch]), np.concatenate(triangles), rings)
