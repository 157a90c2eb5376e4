"""Shared edges: cuts the polygons of a coverage into arcs, each with its owners."""

import math
from collections import defaultdict

import numpy as np
import shapely

COAST, BORDER, DISPUTED, DIVISION, SEAM = range(5)

# Borders that one side or many states do not recognise, by the holders on both sides.
# A state that holds land which ISO counts to a neighbour is found without this list.
DISPUTED_PAIRS = {("KOS", "SRB"), ("ISR", "PSX"), ("ISR", "SYR"), ("MAR", "SAH"), ("KOR", "PRK")}
DISPUTED_HOLDERS = {"KAS"}
# Lines of control and ceasefire that are no border of a whole state: between these
# divisions (by ISO 3166-2) and those, or all of that state.
DISPUTED_LINES = [
    ({"IN-JK", "IN-LA"}, {"PK-JK", "PK-GB"}),
    ({"IN-JK", "IN-LA", "IN-AR"}, {"CHN"}),
]
LEASED = {"KAB", "USG", "ESB", "WSB"}

# Web Mercator ends here; nothing further south or north is drawn.
MAX_LAT = 85.0


def mercator(degrees):
    """Longitude and latitude to the unit square: x east from 180° W, y south from the top."""
    lon, lat = degrees[:, 0], np.clip(degrees[:, 1], -MAX_LAT, MAX_LAT)
    y = 0.5 - np.arcsinh(np.tan(np.radians(lat))) / (2 * math.pi)
    return np.column_stack([lon / 360 + 0.5, y])


def degrees(points):
    """The inverse of `mercator`."""
    lat = np.degrees(np.arctan(np.sinh((0.5 - points[:, 1]) * 2 * math.pi)))
    return np.column_stack([(points[:, 0] - 0.5) * 360, lat])


def is_seam(edge):
    """Whether a polygon was merely cut here, at 180° or around the pole."""
    at_date_line = all(abs(lon) > 179_999_000 for lon, _ in edge)
    return at_date_line or all(lat < -84_900_000 for _, lat in edge)


def kind_of(units, owners, seam):
    if len(owners) == 1:
        return SEAM if seam else COAST
    one, two = units[owners[0]], units[owners[1]]
    holders = tuple(sorted((one.holder, two.holder)))
    if holders[0] == holders[1]:
        return DIVISION if one.iso == two.iso else DISPUTED
    if LEASED & set(holders):
        return DIVISION
    if one.iso == two.iso or holders in DISPUTED_PAIRS or DISPUTED_HOLDERS & set(holders):
        return DISPUTED
    if any(meets(one, two, *line) or meets(two, one, *line) for line in DISPUTED_LINES):
        return DISPUTED
    return BORDER


def meets(one, two, these, those):
    return one.code in these and (two.code in those or two.holder in those)


class Topology:
    """`arcs[i]` are points in the unit square, `kinds[i]` what the arc is,
    `owners[i]` the one or two units it bounds, and `rings[unit]` lists of `(arc, forward)`, outer rings and holes alike."""

    def __init__(self, units):
        loops = [self.loops(unit.geometry) for unit in units]
        owners = defaultdict(list)
        for number, unit_loops in enumerate(loops):
            for loop in unit_loops:
                for edge in edges(loop):
                    owners[edge].append(number)
        owners = {edge: tuple(sorted(set(who))) for edge, who in owners.items()}
        nodes = self.find_nodes(owners)
        self.arcs, self.kinds, self.owners, self.rings = [], [], [], []
        self.known = {}
        for unit_loops in loops:
            self.rings.append([self.cut(loop, owners, nodes, units) for loop in unit_loops])

    @staticmethod
    def loops(geometry):
        """Rings as closed lists of whole micro-degrees, so that equal points are equal."""
        loops = []
        # `get_rings` passes over multipolygons.
        for ring in shapely.get_rings(shapely.get_parts(geometry)):
            points = np.round(shapely.get_coordinates(ring) * 1e6).astype(np.int64)
            keep = np.ones(len(points), bool)
            keep[1:] = (points[1:] != points[:-1]).any(axis=1)
            points = [tuple(point) for point in points[keep].tolist()]
            if len(points) > 3:
                loops.append(points)
        return loops

    @staticmethod
    def find_nodes(owners):
        """Points where more than two edges meet, or where the owners change."""
        around = defaultdict(list)
        for edge in owners:
            around[edge[0]].append(edge)
            around[edge[1]].append(edge)
        return {
            point
            for point, meeting in around.items()
            if len(meeting) != 2
            or owners[meeting[0]] != owners[meeting[1]]
            or is_seam(meeting[0]) != is_seam(meeting[1])
        }

    def cut(self, loop, owners, nodes, units):
        """The arcs of one ring, in order; new ones are added to `self.arcs`."""
        loop = loop[:-1]
        # A ring without a node starts at its smallest point, whoever walks it.
        start = next((i for i, point in enumerate(loop) if point in nodes), loop.index(min(loop)))
        loop = loop[start:] + loop[: start + 1]
        arcs, line = [], [loop[0]]
        for point in loop[1:]:
            line.append(point)
            if point in nodes or point == loop[0]:
                arcs.append(self.arc(line, owners, units))
                line = [point]
        return arcs

    def arc(self, line, owners, units):
        forward = tuple(line) <= tuple(reversed(line))
        key = tuple(line) if forward else tuple(reversed(line))
        if key not in self.known:
            self.known[key] = len(self.arcs)
            first = (key[0], key[1]) if key[0] < key[1] else (key[1], key[0])
            self.kinds.append(kind_of(units, owners[first], is_seam(first)))
            self.owners.append(owners[first])
            self.arcs.append(mercator(np.array(key, float) / 1e6))
        return self.known[key], forward


def edges(loop):
    for a, b in zip(loop, loop[1:]):
        yield (a, b) if a < b else (b, a)


def simplified(arcs, tolerance):
    """Douglas-Peucker with fixed ends, so that simplified polygons still meet."""
    lines = shapely.simplify([shapely.LineString(arc) for arc in arcs], tolerance, preserve_topology=False)
    return [shapely.get_coordinates(line) for line in lines]


def ring_points(ring, arcs):
    """A closed ring from its arcs."""
    parts = [arcs[arc] if forward else arcs[arc][::-1] for arc, forward in ring]
    return np.concatenate([parts[0]] + [part[1:] for part in parts[1:]])
