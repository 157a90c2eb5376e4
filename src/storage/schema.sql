-- The tables of a project. docs/project-file.md says what every column means.

-- As OGC 12-128r18 (GeoPackage 1.3) wants them.
CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL,
    definition TEXT NOT NULL,
    description TEXT
);
CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY,
    data_type TEXT NOT NULL,
    identifier TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    min_x DOUBLE,
    min_y DOUBLE,
    max_x DOUBLE,
    max_y DOUBLE,
    srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL,
    m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_extensions (
    table_name TEXT,
    column_name TEXT,
    extension_name TEXT NOT NULL,
    definition TEXT NOT NULL,
    scope TEXT NOT NULL,
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);

-- What is shown: made from the readings and the edits, and made anew where it is stale.
CREATE TABLE events (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom POINT,
    type TEXT NOT NULL,
    label TEXT NOT NULL,
    first_day DATE,
    last_day DATE,
    place TEXT,
    country TEXT,
    admin1 TEXT,
    precision TEXT,
    radius_km REAL,
    longitude REAL,
    latitude REAL,
    places INTEGER NOT NULL,
    killed_low INTEGER,
    killed_high INTEGER,
    wounded_low INTEGER,
    wounded_high INTEGER,
    captured_low INTEGER,
    captured_high INTEGER,
    actors TEXT,
    claimants TEXT,
    disputes TEXT,
    background BOOLEAN NOT NULL,
    confidence REAL NOT NULL,
    confidence_detection REAL NOT NULL,
    confidence_date REAL NOT NULL,
    confidence_place REAL NOT NULL,
    confidence_corroboration REAL NOT NULL,
    review TEXT NOT NULL,
    articles TEXT,
    sources TEXT,
    quotes TEXT,
    article INTEGER NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    details TEXT,
    hash INTEGER NOT NULL
);
CREATE TABLE event_areas (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom POLYGON,
    event INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    name TEXT NOT NULL,
    longitude REAL NOT NULL,
    latitude REAL NOT NULL,
    radius_km REAL NOT NULL,
    precision TEXT NOT NULL,
    place INTEGER,
    kind TEXT NOT NULL,
    country TEXT,
    admin1 TEXT,
    evidence_start INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL,
    why TEXT NOT NULL
);
CREATE INDEX event_areas_of_event ON event_areas (event, seat);
CREATE TABLE event_reports (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    article INTEGER NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL
);
CREATE INDEX event_reports_of_event ON event_reports (event, seat);

-- What came in, and what was read in it.
CREATE TABLE articles (
    fid INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL,
    path TEXT,
    title TEXT,
    source TEXT,
    url TEXT,
    published DATE,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    given TEXT NOT NULL,
    added DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);
CREATE TABLE readings (
    article INTEGER PRIMARY KEY NOT NULL,
    format INTEGER NOT NULL,
    program TEXT NOT NULL,
    read DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    reading TEXT NOT NULL
);
CREATE TABLE places (
    id INTEGER PRIMARY KEY NOT NULL,
    geonameid INTEGER,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    admin1 TEXT,
    longitude REAL NOT NULL,
    latitude REAL NOT NULL
);
CREATE TABLE mentions (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    sort TEXT NOT NULL,
    value TEXT,
    geonameid INTEGER,
    longitude REAL,
    latitude REAL,
    country TEXT,
    confidence REAL
);
CREATE INDEX mentions_of_article ON mentions (article);
CREATE TABLE reports (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    article INTEGER NOT NULL,
    number INTEGER NOT NULL,
    type TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    quote TEXT NOT NULL,
    first_day DATE,
    last_day DATE,
    date_words TEXT,
    places TEXT,
    place_words TEXT,
    killed_low INTEGER,
    killed_high INTEGER,
    killed_words TEXT,
    wounded_low INTEGER,
    wounded_high INTEGER,
    wounded_words TEXT,
    captured_low INTEGER,
    captured_high INTEGER,
    captured_words TEXT,
    actors TEXT,
    claimant TEXT,
    background BOOLEAN NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX reports_of_article ON reports (article);
CREATE TABLE claims (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    article INTEGER NOT NULL,
    report INTEGER NOT NULL,
    claimant TEXT NOT NULL,
    source TEXT NOT NULL,
    stance TEXT NOT NULL,
    country TEXT,
    verb TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL
);
CREATE INDEX claims_of_article ON claims (article);

-- What people did. Rows are only ever added.
CREATE TABLE edits (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    done DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    who TEXT NOT NULL,
    step TEXT NOT NULL,
    label TEXT NOT NULL,
    words TEXT,
    command TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    undo_position INTEGER NOT NULL
);

-- What people keep.
CREATE TABLE filters (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    definition TEXT NOT NULL
);
CREATE TABLE bookmarks (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL,
    article INTEGER,
    trigger_start INTEGER,
    trigger_end INTEGER,
    note TEXT
);
CREATE TABLE stories (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL,
    steps TEXT NOT NULL
);
CREATE TABLE own_places (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    path TEXT NOT NULL UNIQUE,
    places TEXT NOT NULL
);
CREATE TABLE settings (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);

INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
    ('WGS 84 geodetic', 4326, 'EPSG', 4326,
     'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
     'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y, srs_id) VALUES
    ('events', 'features', 'events', 'Events, at the best known place of each', -180, -90, 180, 90, 4326),
    ('event_areas', 'features', 'event_areas', 'The places of events, as areas', -180, -90, 180, 90, 4326);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
    ('event_reports', 'attributes', 'event_reports', 'Which reports an event gathers'),
    ('articles', 'attributes', 'articles', 'Articles with their text'),
    ('readings', 'attributes', 'readings', 'What was read in each article, for Dateline'),
    ('places', 'attributes', 'places', 'Places of the gazetteer that readings name'),
    ('mentions', 'attributes', 'mentions', 'Names of places and expressions of time'),
    ('reports', 'attributes', 'reports', 'What each article reports'),
    ('claims', 'attributes', 'claims', 'Who says what of a report'),
    ('edits', 'attributes', 'edits', 'What people changed, who and when'),
    ('filters', 'attributes', 'filters', 'Filters with a name'),
    ('bookmarks', 'attributes', 'bookmarks', 'Reports that people marked'),
    ('stories', 'attributes', 'stories', 'Stories to present'),
    ('own_places', 'attributes', 'own_places', 'Files of places of the user''s own');
INSERT INTO gpkg_geometry_columns VALUES
    ('events', 'geom', 'POINT', 4326, 0, 0),
    ('event_areas', 'geom', 'POLYGON', 4326, 0, 0);
