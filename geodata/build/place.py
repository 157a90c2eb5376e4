"""A row of places.tsv."""

from dataclasses import dataclass, field

from names import fold

COLUMNS = (
    "id kind name country admin1 admin2 lat lon grain_m population radius_km geonameid flags source names".split()
)
SETTLEMENTS = ("city", "village")


@dataclass(slots=True, eq=False)
class Place:
    """A place; `names` holds pairs of use and name, the main name not among them.

    `grain_m` says how exact the point is: 100, 500, 1000 or 5000 metres.
    """

    id: str
    kind: str
    name: str
    country: str | None
    lat: float
    lon: float
    source: str
    grain_m: int = 100
    radius_km: float = 1.0
    population: int = 0
    geonameid: int | None = None
    flags: str = ""
    names: list = field(default_factory=list)
    admin1: str | None = None
    admin2: str | None = None

    def all_names(self):
        yield self.name
        for _, name in self.names:
            yield name

    def learn(self, names):
        """Takes over those pairs of use and name that it has not yet under any spelling."""
        known = {fold(name) for name in self.all_names()}
        for use, name in names:
            folded = fold(name)
            if folded and folded not in known:
                known.add(folded)
                self.names.append((use, name))

    def fields(self):
        return [
            self.id, self.kind, self.name, self.country or "", self.admin1 or "", self.admin2 or "",
            f"{self.lat:.5f}", f"{self.lon:.5f}", self.grain_m, self.population or "", f"{self.radius_km:.1f}",
            self.geonameid or "", self.flags, self.source, "|".join(f"{use}:{name}" for use, name in self.names),
        ]


def alternates(names):
    return [("alternate", name) for name in names]
