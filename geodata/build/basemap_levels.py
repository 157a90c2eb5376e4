"""The geometry to draw, at three levels of detail, cut into square cells."""

from dataclasses import dataclass, field

import mapbox_earcut
import numpy as np
import shapely

from basemap_topology import BORDER, COAST, DISPUTED, DIVISION, SEAM, mercator, ring_points, simplified

# What a fill or a line is, as stored. Fills are drawn before lines.
LAND, LAKE = 0, 1
LINE_COAST, LINE_SHORE, LINE_RIVER, LINE_STREAM, LINE_DIVISION, LINE_BORDER, LINE_DISPUTED = range(7)
LINE_OF_KIND = {
    COAST: LINE_COAST,
    DIVISION: LINE_DIVISION,
    BORDER: LINE_BORDER,
    DISPUTED: LINE_DISPUTED,
}
# Rivers up to this rank are drawn wider.
MAJOR_RIVER = 5


@dataclass
class Rule:
    """A level: used below `max_zoom`, `cells` to a side of the world. `tolerance` is half
    to one pixel at the largest zoom it is made for (256 pixels at zoom 0)."""

    max_zoom: float
    cells: int
    tolerance: float
    river_rank: int
    lake_rank: int
    min_area: float
    # Divisions smaller than this are not told apart.
    min_division: float


def pixels(count, zoom):
    return count / 256 / 2**zoom


RULES = [
    Rule(4.0, 2, pixels(0.6, 4), 2, 1, pixels(1, 3.0) ** 2, 1.0),
    Rule(7.0, 8, pixels(0.7, 7), 7, 9, pixels(1, 6.0) ** 2, pixels(18, 6.0) ** 2),
    Rule(99.0, 32, pixels(0.7, 9.0), 99, 99, pixels(1, 9.0) ** 2, 0.0),
]


@dataclass
class Cell:
    """Local coordinates are 0 to 65535 over the cell and a margin around it."""

    fills: list = field(default_factory=list)  # (class, points, triangles)
    lines: list = field(default_factory=list)  # (class, points)


@dataclass
class Level:
    rule: Rule
    cells: list


# Cells overlap by this part of their size on each side, so that no gap shows between them.
MARGIN = 1 / 1024


def levels(topology, sources):
    return [level(rule, topology, sources) for rule in RULES]


def level(rule, topology, sources):
    cells = [Cell() for _ in range(rule.cells**2)]
    arcs = simplified(topology.arcs, rule.tolerance)
    add_fills(cells, rule, LAND, land(topology, arcs, rule))
    lakes = [shape for _, rank, shape in lake_shapes(sources) if rank <= rule.lake_rank]
    lakes = as_polygons(shapely.simplify(lakes, rule.tolerance))
    add_fills(cells, rule, LAKE, lakes)
    for kind, line in all_lines(topology, arcs, lakes, sources, rule):
        add_line(cells, rule, kind, line)
    for cell in cells:
        cell.lines.sort(key=lambda line: line[0])
    return Level(rule, cells)


def land(topology, arcs, rule):
    """One polygon per connected piece of land."""
    shores = [arc for arc, kind in zip(arcs, topology.kinds) if kind in (COAST, SEAM) and len(arc) > 1]
    # What a ring encloses inside another ring is water, such as the Caspian Sea.
    whole = shapely.build_area(shapely.node(shapely.MultiLineString(shores)))
    parts = shapely.get_parts(whole)
    return [part for part in parts if part.area > rule.min_area]


def as_polygons(shapes):
    """The polygons in what may have become invalid or a mix."""
    parts = shapely.get_parts(shapely.get_parts(shapely.make_valid(shapes)))
    return [part for part in parts if part.geom_type == "Polygon" and part.area > 0]


def lake_shapes(sources):
    """Name (or None), rank and polygon in the unit square; smoothed, as the source has
    few points."""
    shapes = []
    for name, rank, geometry in sources.lakes():
        for part in shapely.get_parts(geometry):
            rings = [smooth(mercator(shapely.get_coordinates(r))) for r in shapely.get_rings(part)]
            whole = as_polygons([shapely.Polygon(rings[0], rings[1:])])
            shapes.append((name, rank, max(whole, key=lambda polygon: polygon.area)))
    return shapes


def smooth(ring, steps=4):
    """A Catmull-Rom curve through the points of a closed ring."""
    points = ring[:-1]
    before, after, beyond = (np.roll(points, shift, axis=0) for shift in (1, -1, -2))
    curve = []
    for t in np.arange(steps) / steps:
        curve.append(
            0.5 * (2 * points + (after - before) * t
            + (2 * before - 5 * points + 4 * after - beyond) * t**2
            + (3 * points - before - 3 * after + beyond) * t**3)
        )
    curve = np.stack(curve, axis=1).reshape(-1, 2)
    return np.vstack([curve, curve[:1]])


def all_lines(topology, arcs, lakes, sources, rule):
    sizes = unit_sizes(topology, arcs)
    for arc, kind, owners in zip(arcs, topology.kinds, topology.owners):
        if kind == DIVISION and min(sizes[unit] for unit in owners) < rule.min_division:
            continue
        tiny_island = (arc[0] == arc[-1]).all() and np.ptp(arc, axis=0).max() < rule.min_area**0.5
        if kind in LINE_OF_KIND and not tiny_island:
            yield LINE_OF_KIND[kind], arc
    for lake in lakes:
        for ring in shapely.get_rings(lake):
            yield LINE_SHORE, shapely.get_coordinates(ring)
    for _, rank, geometry in sources.rivers():
        if rank <= rule.river_rank:
            kind = LINE_RIVER if rank <= MAJOR_RIVER else LINE_STREAM
            for line in projected(geometry, rule):
                yield kind, line
    for geometry in sources.disputed():
        for line in projected(geometry, rule):
            yield LINE_DISPUTED, line


def unit_sizes(topology, arcs):
    """The area of the biggest ring of each unit."""
    sizes = []
    for rings in topology.rings:
        outlines = [points for ring in rings if len(points := ring_points(ring, arcs)) >= 4]
        sizes.append(max((shapely.Polygon(points).area for points in outlines), default=0.0))
    return sizes


def projected(geometry, rule):
    lines = [shapely.LineString(mercator(shapely.get_coordinates(p))) for p in shapely.get_parts(geometry)]
    lines = shapely.simplify(lines, rule.tolerance)
    return [shapely.get_coordinates(line) for line in lines]


def cells_touched(bounds, rule):
    """Column, row and the box of each cell that a bounding box touches."""
    size = 1 / rule.cells
    margin = size * MARGIN
    first = np.floor((np.array(bounds[:2]) - margin) / size).astype(int).clip(0, rule.cells - 1)
    last = np.floor((np.array(bounds[2:]) + margin) / size).astype(int).clip(0, rule.cells - 1)
    for row in range(first[1], last[1] + 1):
        for column in range(first[0], last[0] + 1):
            x, y = column * size, row * size
            yield row * rule.cells + column, (x - margin, y - margin, x + size + margin, y + size + margin)


def local(points, box):
    """Whole numbers from 0 to 65535 over the box, without repeated points."""
    scaled = (points - np.array(box[:2])) / (box[2] - box[0]) * 65535
    scaled = np.round(scaled).clip(0, 65535).astype(np.uint16)
    keep = np.ones(len(scaled), bool)
    keep[1:] = (scaled[1:] != scaled[:-1]).any(axis=1)
    return scaled[keep]


def add_line(cells, rule, kind, points):
    if len(points) < 2:
        return
    line = shapely.LineString(points)
    for number, box in cells_touched(line.bounds, rule):
        for part in shapely.get_parts(shapely.clip_by_rect(line, *box)):
            if part.geom_type == "LineString":
                inside = local(shapely.get_coordinates(part), box)
                if len(inside) > 1:
                    cells[number].lines.append((kind, inside))


def add_fills(cells, rule, kind, polygons):
    """Triangles, as many polygons to a mesh as 16-bit indices allow."""
    pieces = {}
    for polygon in polygons:
        for number, box in cells_touched(polygon.bounds, rule):
            for part in as_polygons([clipped(polygon, box)]):
                pieces.setdefault(number, []).append(triangles(part, box))
    for number in sorted(pieces):
        cells[number].fills += [(kind, *mesh) for mesh in merged(pieces[number])]


def clipped(polygon, box):
    """The fast way fails where a cut leaves a ring of three points."""
    try:
        return shapely.clip_by_rect(polygon, *box)
    except shapely.errors.GEOSException:
        return shapely.intersection(polygon, shapely.box(*box))


def triangles(polygon, box):
    rings = [local(shapely.get_coordinates(ring), box)[:-1] for ring in shapely.get_rings(polygon)]
    rings = [ring for ring in rings if len(ring) > 2]
    if not rings:
        return np.empty((0, 2), np.uint16), np.empty(0, np.uint32)
    points = np.concatenate(rings)
    ends = np.cumsum([len(ring) for ring in rings]).astype(np.uint32)
    return points, mapbox_earcut.triangulate_float64(points.astype(np.float64), ends)


def merged(meshes):
    points, indices, count = [], [], 0
    for one, triangle in meshes:
        if count + len(one) > 65535:
            yield np.concatenate(points), np.concatenate(indices)
            points, indices, count = [], [], 0
        if len(one) > 65535:
            raise ValueError("a polygon is too big for one mesh")
        points.append(one)
        indices.append(triangle + count)
        count += len(one)
    if count:
        yield np.concatenate(points), np.concatenate(indices)
