"""Countries and first-level divisions as rings of shared arcs, and the names to find them by."""

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np

from basemap_topology import degrees, simplified

# A kilometre at the equator.
TOLERANCE = 1 / 40_000

# Letters that Unicode does not take apart into a base letter and a mark. The reader has
# the same list.
LETTERS = str.maketrans(
    {"ə": "a", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"}
)
# Words that say what a division is and not which. The reader has the same list.
KINDS = {
    "province", "oblast", "region", "state", "governorate", "district", "rayon", "raion", "prefecture",
    "county", "department", "republic", "territory", "krai", "kray", "okrug", "municipality", "of", "the",
    "marz", "vilayet", "il", "muhafazat", "wilaya", "autonomous", "division",
}


def folded(name):
    """Lower case without marks and kind words: "Gegharkunik Province" is "gegharkunik"."""
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(LETTERS)
    plain = re.sub(r"['’‘`ʼʻ´ʹ]", "", plain)
    words = re.sub(r"[^\w]+|_", " ", plain).split()
    kept = [word for word in words if word not in KINDS]
    return " ".join(kept or words)


@dataclass
class Areas:
    arcs: list  # points in degrees
    areas: list  # (iso, name, rings); a ring is a list of (arc, forward)
    by_country: list  # (iso, area), sorted by iso
    by_name: list  # (iso, folded name, area), sorted


def areas(topology, units):
    arcs = kept_small(topology)
    found, by_country, by_name = [], [], {}
    members = defaultdict(list)
    for number, unit in enumerate(units):
        if unit.iso and topology.rings[number]:
            members[unit.iso].append(number)
    for iso in sorted(members):
        by_country.append((iso, len(found)))
        found.append((iso, "", outline(topology, members[iso])))
    for iso in sorted(members):
        # A division in several rows of the source is one area.
        rows = defaultdict(list)
        for number in members[iso]:
            rows[units[number].name or f"#{number}"].append(number)
        for name, numbers in rows.items():
            area = len(found)
            found.append((iso, name if not name.startswith("#") else "", outline(topology, numbers)))
            add_names(by_name, iso, area, [units[n] for n in numbers])
    names = sorted((iso, name, area) for (iso, name), (_, area) in by_name.items())
    return Areas(*renumbered(arcs, found), by_country, names)


def renumbered(arcs, found):
    """Leaves out the arcs that no area uses."""
    used = sorted({arc for _, _, rings in found for ring in rings for arc, _ in ring})
    number = {arc: new for new, arc in enumerate(used)}
    again = [(iso, name, [[(number[a], f) for a, f in ring] for ring in rings]) for iso, name, rings in found]
    return [degrees(arcs[arc]) for arc in used], again


def add_names(by_name, iso, area, units):
    """The main name wins over an alternative of another division."""
    for unit in units:
        for order, column in enumerate(unit.names):
            for name in re.split(r"[|;]", column):
                key = folded(name)
                if key and by_name.get((iso, key), (99, 0))[0] > min(order, 1):
                    by_name[(iso, key)] = (min(order, 1), area)


def kept_small(topology):
    """Simplified arcs, but an island that would vanish keeps its shape."""
    arcs = simplified(topology.arcs, TOLERANCE)
    for number, (full, small) in enumerate(zip(topology.arcs, arcs)):
        closed = (full[0] == full[-1]).all()
        if closed and len(small) < 5 and len(full) <= 40:
            arcs[number] = full
    return arcs


def outline(topology, members):
    """The rings around some units: what two of them share falls away."""
    count = Counter(arc for unit in members for ring in topology.rings[unit] for arc, _ in ring)
    rings = []
    for unit in members:
        for ring in topology.rings[unit]:
            if all(count[arc] == 1 for arc, _ in ring):
                rings.append(ring)
    loose = {
        (arc, forward)
        for unit in members
        for ring in topology.rings[unit]
        if any(count[arc] > 1 for arc, _ in ring)
        for arc, forward in ring
        if count[arc] == 1
    }
    return visible(topology, rings + chained(topology, loose))


def visible(topology, rings):
    """Leaves out islets under a kilometre, but never the biggest ring."""
    size = [np.ptp(np.concatenate([topology.arcs[a] for a, _ in ring]), axis=0).max() for ring in rings]
    return [ring for ring, s in zip(rings, size) if s > 2 * TOLERANCE or s == max(size)]


def chained(topology, loose):
    """Closes directed arcs into rings."""
    starts = defaultdict(list)
    for arc, forward in sorted(loose, reverse=True):
        starts[tuple(topology.arcs[arc][0 if forward else -1])].append((arc, forward))
    rings = []
    for first in sorted(loose):
        start = tuple(topology.arcs[first[0]][0 if first[1] else -1])
        if first not in starts[start]:
            continue
        ring, at = [], start
        while starts[at]:
            arc, forward = starts[at].pop()
            ring.append((arc, forward))
            at = tuple(topology.arcs[arc][-1 if forward else 0])
            if at == start:
                break
        rings.append(ring)
    return rings


def bounds(area, arcs):
    points = np.concatenate([arcs[arc] for ring in area for arc, _ in ring])
    return (*points.min(axis=0), *points.max(axis=0))
