"""Which of many polygons hold which of many points, and which polygon is nearest."""

import numpy
import shapely

# Points are worked on in this many at a time, to keep the memory small.
BATCH = 500_000
EARTH_RADIUS_KM = 6371.0088


class Areas:
    """Polygons with the country of each; points are given as arrays of degrees and of country codes."""

    def __init__(self, geometries, countries):
        self.countries = numpy.array(countries)
        parts, owners = shapely.get_parts(numpy.array(geometries), return_index=True)
        self.parts, self.owners = parts, owners
        self.by_country = {}
        for part, code in enumerate(self.countries[owners]):
            self.by_country.setdefault(str(code), []).append(part)

    def holding(self, lons, lats, countries):
        """For each point the first polygon of its own country that holds it and the first of any; -1: none."""
        own, any_ = numpy.full(len(lons), -1), numpy.full(len(lons), -1)
        for start in range(0, len(lons), BATCH):
            stop = start + BATCH
            points = shapely.STRtree(shapely.points(lons[start:stop], lats[start:stop]))
            parts, found = points.query(self.parts, predicate="intersects")
            areas, found = self.owners[parts], found + start
            lowest_first = numpy.lexsort((areas, found))[::-1]
            areas, found = areas[lowest_first], found[lowest_first]
            any_[found] = areas
            same = self.countries[areas] == countries[found]
            own[found[same]] = areas[same]
        return own, any_

    def nearest(self, lons, lats, countries, degrees=None):
        """For each point the nearest polygon of its own country (within `degrees`) and how many km away; -1: none."""
        near, away_km = numpy.full(len(lons), -1), numpy.full(len(lons), numpy.inf)
        for code in sorted(set(countries.tolist())):
            parts = self.by_country.get(code)
            if not parts:
                continue
            wanted = numpy.flatnonzero(countries == code)
            points, polygons = shapely.points(lons[wanted], lats[wanted]), self.parts[parts]
            tree = shapely.STRtree(polygons)
            which, nearest = tree.query_nearest(points, max_distance=degrees, all_matches=False)
            lines = shapely.shortest_line(points[which], polygons[nearest])
            near[wanted[which]] = self.owners[numpy.array(parts)[nearest]]
            away_km[wanted[which]] = lengths_km(lines)
        return near, away_km


def lengths_km(lines):
    """Great-circle lengths of lines of two points each."""
    ends = numpy.radians(shapely.get_coordinates(lines)).reshape(-1, 2, 2)
    (lon_a, lat_a), (lon_b, lat_b) = ends[:, 0].T, ends[:, 1].T
    h = numpy.sin((lat_b - lat_a) / 2) ** 2 + numpy.cos(lat_a) * numpy.cos(lat_b) * numpy.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * numpy.arcsin(numpy.sqrt(numpy.minimum(h, 1.0)))
