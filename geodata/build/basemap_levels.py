"""The geometry of the base map, at four levels of detail."""

from dataclasses import dataclass

import numpy as np
import shapely

from basemap_cells import Grid, as_polygons
from basemap_topology import BORDER, COAST, DISPUTED, DIVISION, MAX_LAT, SEAM, mercator, ring_points, simplified

# What a fill or a line is, as stored and in the order they are drawn. The edges of sea
# and lakes are drawn from the rings of their fills.
URBAN, SEA, LAKE = 0, 1, 2
LINE_DISTRICT, LINE_STREAM, LINE_RIVER, LINE_RAILWAY, LINE_DIVISION, LINE_BORDER, LINE_DISPUTED = range(7)
LINE_OF_KIND = {DIVISION: LINE_DIVISION, BORDER: LINE_BORDER, DISPUTED: LINE_DISPUTED}
# Rivers up to this rank are drawn wider.
MAJOR_RIVER = 5


@dataclass
class Rule:
    """A level: used below `max_zoom`, `cells` to a side of the world. `tolerance` is about
    half a pixel at the largest zoom it is made for (256 pixels at zoom 0), 0 for every
    point there is."""

    max_zoom: float
    cells: int
    tolerance: float
    river_rank: int
    lake_rank: int
    min_area: float
    # Divisions smaller than this are not told apart.
    min_division: float
    has_towns: bool
    has_districts: bool


def pixels(count, zoom):
    return count / 256 / 2**zoom


RULES = [
    Rule(4.0, 2, pixels(0.6, 4), 2, 1, pixels(1, 3.0) ** 2, 1.0, False, False),
    Rule(6.5, 8, pixels(0.7, 6.5), 7, 9, pixels(1, 6.0) ** 2, pixels(18, 6.0) ** 2, True, False),
    Rule(9.0, 32, pixels(0.7, 8.5), 99, 99, pixels(1, 8.5) ** 2, 0.0, True, True),
    Rule(99.0, 64, 0.0, 99, 99, 0.0, 0.0, True, True),
]


def levels(topology, sources, districts):
    return [level(rule, topology, sources, districts) for rule in RULES]


def level(rule, topology, sources, districts):
    grid = Grid(rule.max_zoom, rule.cells)
    arcs = simplified(topology.arcs, rule.tolerance) if rule.tolerance else topology.arcs
    if rule.has_towns:
        grid.add_fills(URBAN, [shape for shape in sources.urban() if shape.area > rule.min_area])
    grid.add_outside(SEA, land(topology, arcs, rule))
    lakes = [shape for _, rank, shape in lake_shapes(sources) if rank <= rule.lake_rank]
    grid.add_fills(LAKE, as_polygons(shapely.simplify(lakes, rule.tolerance)))
    for kind, line in all_lines(topology, arcs, sources, rule, districts):
        grid.add_line(kind, line)
    grid.sort()
    return grid


def land(topology, arcs, rule):
    """One polygon per connected piece of land."""
    shores = [arc for arc, kind in zip(arcs, topology.kinds) if kind in (COAST, SEAM) and len(arc) > 1]
    # What a ring encloses inside another ring is water, such as the Caspian Sea.
    whole = shapely.build_area(shapely.node(shapely.MultiLineString(shores)))
    # Beyond the southern end of the map Antarctica goes on.
    south = shapely.box(-1.0, mercator(np.array([[0.0, -MAX_LAT]]))[0, 1] - 1e-9, 2.0, 2.0)
    parts = [part for part in shapely.get_parts(whole) if part.area > rule.min_area]
    return list(shapely.get_parts(shapely.union_all(parts + [south])))


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


def all_lines(topology, arcs, sources, rule, districts):
    sizes = unit_sizes(topology, arcs)
    for arc, kind, owners in zip(arcs, topology.kinds, topology.owners):
        if kind == DIVISION and min(sizes[unit] for unit in owners) < rule.min_division:
            continue
        if kind in LINE_OF_KIND:
            yield LINE_OF_KIND[kind], arc
    for _, rank, geometry in sources.rivers():
        if rank <= rule.river_rank:
            kind = LINE_RIVER if rank <= MAJOR_RIVER else LINE_STREAM
            for line in projected(geometry, rule):
                yield kind, line
    for geometry in sources.disputed():
        for line in projected(geometry, rule):
            yield LINE_DISPUTED, line
    if rule.has_towns:
        for geometry in sources.railways():
            for line in projected(geometry, rule):
                yield LINE_RAILWAY, line
    if rule.has_districts:
        for line in shapely.simplify(districts, rule.tolerance):
            yield LINE_DISTRICT, shapely.get_coordinates(line)


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
