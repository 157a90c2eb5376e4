"""Lakes in detail, for a file of their own: they come from OpenStreetMap under the ODbL."""

import numpy as np
import shapely

from basemap_cells import Grid, as_polygons
from basemap_levels import LAKE, lake_shapes, pixels, smooth
from basemap_topology import mercator

EARTH_KM = 40_075.0
# Lakes of up to so many points are drawn as curves, with each side in so many pieces.
CURVES = [(14, 3), (300, 2)]
# A lake of the coarse source is in the detailed one if so much of it is covered there.
COVERED = 0.25

# The source cuts water this large, in square kilometres, into several pieces.
CUT = 50.0
# The Caspian, which the base map has as a sea.
SEA = 150_000.0

# Below which zoom, cells to a side, square kilometres from which on, tolerance.
LEVELS = [
    (8.5, 32, 3.0, pixels(0.7, 8.5)),
    (99.0, 64, 0.5, 0.0),
]


def lake_levels(sources):
    shapes, areas = detailed(sources)
    shapes, areas = with_missing(shapes, areas, sources)
    grids = []
    for max_zoom, side, least, tolerance in LEVELS:
        kept = shapes[areas >= least]
        if tolerance:
            kept = shapely.simplify(kept, tolerance)
        else:
            kept = [rounded(shape) for shape in kept]
        grid = Grid(max_zoom, side)
        grid.add_fills(LAKE, as_polygons(kept))
        grids.append(grid)
    return grids


def detailed(sources):
    """Polygons in the unit square, and their areas in square kilometres."""
    shapes = shapely.transform(sources.detailed_lakes(), mercator)
    shapes = np.array(as_polygons(shapes), dtype=object)
    areas = square_km(shapes)
    large = shapely.get_parts(shapely.union_all(shapes[areas > CUT]))
    shapes = np.concatenate([shapes[areas <= CUT], large])
    areas = square_km(shapes)
    return shapes[areas < SEA], areas[areas < SEA]


def square_km(shapes):
    middle = shapely.get_y(shapely.centroid(shapes))
    return shapely.area(shapes) * (EARTH_KM / np.cosh((0.5 - middle) * 2 * np.pi)) ** 2


def with_missing(shapes, areas, sources):
    """Adds the lakes of the coarse source that the detailed one lacks."""
    tree = shapely.STRtree(shapes)
    missing = []
    for _, _, lake in lake_shapes(sources):
        others = shapes[tree.query(lake, predicate="intersects")]
        shared = shapely.area(shapely.intersection(others, lake)).sum()
        if shared < COVERED * lake.area:
            missing.append(shapely.difference(lake, shapely.union_all(others)))
    missing = np.array(as_polygons(missing), dtype=object)
    print(f"lakes: {len(shapes)} in detail, {len(missing)} coarse")
    return np.concatenate([shapes, missing]), np.concatenate([areas, square_km(missing)])


def rounded(shape):
    """The source has so few points that lakes would be drawn with corners."""
    rings = list(shapely.get_rings(shape))
    count = sum(shapely.get_num_coordinates(rings))
    for most, steps in CURVES:
        if count <= most:
            curves = [smooth(shapely.get_coordinates(ring), steps) for ring in rings]
            return shapely.Polygon(curves[0], curves[1:])
    return shape
