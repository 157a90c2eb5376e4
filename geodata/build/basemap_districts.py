"""Lines between second-level divisions, where no more important line runs."""

import numpy as np
import shapely

from basemap_topology import mercator

# What two neighbours share agrees to the metre.
STEPS = 100_000
# A line of another source this near to a first-level line, a border or a coast is meant
# to be the same one.
SAME_KM = 2.0
# Shorter pieces are what such a line left over.
LEAST_KM = 6.0
# Half a pixel at zoom 11.
TOLERANCE_KM = 0.04
EARTH_KM = 40_075.0


def district_lines(geometries, topology):
    """Lines in the unit square. `geometries` are polygons in degrees."""
    edges = shared_edges(geometries)
    edges = edges[far_from(edges, topology)]
    merged = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(edges)))
    lines = shapely.get_parts(merged)
    middles = shapely.line_interpolate_point(lines, 0.5, normalized=True)
    lines = lines[shapely.length(lines) > LEAST_KM * scale_at(shapely.get_y(middles))]
    return shapely.simplify(lines, TOLERANCE_KM / EARTH_KM * 1.5)


def scale_at(y):
    """The length of a kilometre in the unit square at this height."""
    return np.cosh((0.5 - y) * 2 * np.pi) / EARTH_KM


def shared_edges(geometries):
    """Edges that belong to two polygons, as pairs of points in the unit square."""
    rings = shapely.get_rings(shapely.get_parts(geometries))
    points, ring = shapely.get_coordinates(rings, return_index=True)
    whole = np.round(points * STEPS).astype(np.int64)
    key = whole[:, 0] * 10**9 + whole[:, 1]
    inside = ring[1:] == ring[:-1]
    low, high = np.minimum(key[1:], key[:-1])[inside], np.maximum(key[1:], key[:-1])[inside]
    edges, count = np.unique(np.stack([low, high], axis=1)[low != high], axis=0, return_counts=True)
    edges = edges[count > 1]
    lat = (edges + 5 * 10**8) % 10**9 - 5 * 10**8
    lon = (edges - lat) // 10**9
    degrees = np.stack([lon, lat], axis=-1).reshape(-1, 2) / STEPS
    return mercator(degrees).reshape(-1, 2, 2)


def far_from(edges, topology, step=16):
    """Which edges do not run along an arc of the topology."""
    pieces = [arc[i : i + step + 1] for arc in topology.arcs for i in range(0, len(arc) - 1, step)]
    tree = shapely.STRtree([shapely.LineString(piece) for piece in pieces])
    near = []
    for at in (edges[:, 0], edges.mean(axis=1), edges[:, 1]):
        is_near = np.zeros(len(at), bool)
        reach = SAME_KM * scale_at(at[:, 1])
        is_near[tree.query(shapely.points(at), predicate="dwithin", distance=reach)[0]] = True
        near.append(is_near)
    return ~(near[0] & near[1] & near[2])
