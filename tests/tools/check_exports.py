"""Reads the files that check_exports.sh wrote, with the libraries that are installed."""
import importlib
import json
import pathlib
import sys
import zipfile

FOLDER = pathlib.Path(sys.argv[1])
ROWS = [json.loads(line) for line in (FOLDER / "events.jsonl").read_text(encoding="utf-8").splitlines()]
failed = False


def check(what, needs, test):
    """Runs a test, or says which library it lacks."""
    global failed
    try:
        libraries = [importlib.import_module(name) for name in needs]
    except ImportError as error:
        print(f"{'skipped':8} {what}: {error.name} is not installed")
        return
    try:
        print(f"{'ok':8} {what}: {test(*libraries)}")
    except Exception as error:  # whatever a library throws is a finding
        print(f"{'FAILED':8} {what}: {type(error).__name__}: {error}")
        failed = True


def same(found, wanted, what):
    assert list(found) == list(wanted), f"{what}: {list(found)[:5]} instead of {list(wanted)[:5]}"


def lows(name):
    return [row[name]["low"] for row in ROWS]


def none_for_nan(values):
    return [None if value is None or value != value else int(value) for value in values]


def frame(table, what):
    """A table of events says what the JSON lines say."""
    same(table["event"], [row["event"] for row in ROWS], "event")
    same(none_for_nan(table["killed_low"]), lows("killed"), "killed_low")
    details = [json.loads(text) for text in table["details"]]
    assert details == ROWS, f"{what}: details differ"
    return f"{len(table)} events, {len(table.columns)} columns"


def csv(pandas):
    return frame(pandas.read_csv(FOLDER / "events.csv"), "csv")


def acled(pandas):
    table = pandas.read_csv(FOLDER / "acled.csv")
    assert len(table.columns) == 31 and len(table) == len(ROWS)
    assert set(table["geo_precision"].dropna()) <= {1, 2, 3}
    assert set(table["time_precision"].dropna()) <= {1, 2, 3}
    table = table[table["year"] > 0]
    assert (pandas.to_datetime(table["event_date"], format="%Y-%m-%d").dt.year == table["year"]).all()
    return f"{len(table)} events"


def ucdp(pandas):
    table = pandas.read_csv(FOLDER / "ucdp.csv")
    assert len(table.columns) == 49
    parts = table[["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]].sum(axis=1)
    assert (parts == table["best"]).all()
    assert ((table["low"] <= table["best"]) & (table["best"] <= table["high"])).all()
    assert set(table["type_of_violence"]) <= {1, 2, 3}
    return f"{len(table)} events"


def coarse(pandas):
    table = pandas.read_csv(FOLDER / "coarse.csv")
    assert table["quotes"].isna().all() and table["changed"].notna().all()
    assert (table["radius_km"].dropna() > 17).all()
    return f"{len(table)} events, " + (table["changed"][0] if len(table) else "nothing to see")


def workbook(openpyxl):
    book = openpyxl.load_workbook(FOLDER / "events.xlsx")
    assert book.sheetnames == ["Events", "Reports", "Sources", "About"]
    sheet = book["Events"]
    cells = list(sheet.iter_rows(values_only=True))
    headings = list(cells[0])
    same([row[headings.index("killed_low")] for row in cells[1:]], lows("killed"), "killed_low")
    days = [row[headings.index("date_start")] for row in cells[1:]]
    # Before 1901, days are text.
    same([day.date().isoformat() if hasattr(day, "date") else day for day in days],
         [row["date"] and row["date"]["first"] for row in ROWS], "date_start")
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds and sheet.freeze_panes == "A2" and sheet.auto_filter.ref
    return f"{len(cells) - 1} events, {book['Reports'].max_row - 1} reports, {book['Sources'].max_row - 1} sources"


def points(table, what):
    found = [None if point is None or point.is_empty else
             [[round(p.x, 5), round(p.y, 5)] for p in getattr(point, "geoms", [point])]
             for point in table.geometry]
    wanted = [[[p["position"]["lon"], p["position"]["lat"]] for p in row["places"]] or None for row in ROWS]
    if what == "gpkg":
        wanted = [places and places[:1] for places in wanted]
    same(found, wanted, what)


def parquet(geopandas):
    table = geopandas.read_parquet(FOLDER / "events.parquet")
    points(table, "parquet")
    return frame(table, "parquet") + f", {table.crs.name if table.crs else 'no crs'}"


def arrow(pyarrow):
    schema = pyarrow.read_schema(FOLDER / "events.parquet")
    kinds = {name: str(schema.field(name).type) for name in ("event", "date_start", "disputed", "latitude", "quotes")}
    assert list(kinds.values()) == ["int64", "date32[day]", "bool", "double", "string"], kinds
    return ", ".join(f"{name} {kind}" for name, kind in kinds.items())


def geojson(geopandas):
    table = geopandas.read_file(FOLDER / "events.geojson")
    points(table, "geojson")
    return f"{len(table)} events"


def geopackage(geopandas):
    table = geopandas.read_file(FOLDER / "events.gpkg", layer="events")
    points(table, "gpkg")
    return frame(table, "gpkg")


def kml_schema(lxml, pykml):
    schema = pathlib.Path(pykml.__file__).parent / "schemas" / "ogckml22.xsd"
    from lxml import etree

    class Local(etree.Resolver):
        def resolve(self, url, name, context):
            return self.resolve_filename(str(schema.parent / url.rsplit("/", 1)[-1]), context)

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    rules = etree.XMLSchema(etree.parse(str(schema), parser))
    with zipfile.ZipFile(FOLDER / "events.kmz") as kmz:
        packed = kmz.read("doc.kml")
    for text in ((FOLDER / "events.kml").read_bytes(), packed):
        rules.assertValid(etree.fromstring(text))
    return "events.kml and events.kmz are valid OGC KML 2.2"


def references():
    keys = [line for line in (FOLDER / "events.bib").read_text().splitlines() if line.startswith("@misc{")]
    ends = (FOLDER / "events.ris").read_text().count("ER  - ")
    assert len(keys) == len(set(keys)) == ends
    return f"{ends} references in each"


def pack():
    import hashlib
    with zipfile.ZipFile(FOLDER / "events.zip") as pack:
        assert pack.testzip() is None
        for line in pack.read("SHA256SUMS").decode().splitlines():
            total, name = line.split("  ")
            assert hashlib.sha256(pack.read(name)).hexdigest() == total, name
        return ", ".join(pack.namelist())


check("pandas events.csv", ["pandas"], csv)
check("pandas acled.csv", ["pandas"], acled)
check("pandas ucdp.csv", ["pandas"], ucdp)
check("pandas coarse.csv", ["pandas"], coarse)
check("openpyxl events.xlsx", ["openpyxl"], workbook)
check("geopandas events.parquet", ["geopandas", "pyarrow"], lambda g, _: parquet(g))
check("pyarrow events.parquet", ["pyarrow.parquet"], arrow)
check("geopandas events.geojson", ["geopandas"], geojson)
check("geopandas events.gpkg", ["geopandas"], geopackage)
check("KML against its schema", ["lxml.etree", "pykml"], kml_schema)
check("references", [], references)
check("sums of the evidence pack", [], pack)
sys.exit(failed)
