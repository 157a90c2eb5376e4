-- The tables of a project. docs/project-file.md says what every column means.

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
    hash INTEGER NOT NULL,
    event_table INTEGER,
    table_row INTEGER,
    by_person TEXT,
    note TEXT
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

-- Event tables, with their rows as they came.
CREATE TABLE event_tables (
    fid INTEGER PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    path TEXT,
    format TEXT NOT NULL,
    rows INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    header TEXT NOT NULL,
    added DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);
CREATE TABLE event_table_rows (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_table INTEGER NOT NULL,
    block INTEGER NOT NULL,
    rows BLOB NOT NULL
);
CREATE INDEX event_table_rows_of_table ON event_table_rows (event_table, block);

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
    note TEXT,
    definition TEXT
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
    ('event_tables', 'attributes', 'event_tables', 'Event tables that were imported'),
    ('event_table_rows', 'attributes', 'event_table_rows', 'Their rows, for Dateline'),
    ('edits', 'attributes', 'edits', 'What people changed, who and when'),
    ('filters', 'attributes', 'filters', 'Filters with a name'),
    ('bookmarks', 'attributes', 'bookmarks', 'Reports that people marked'),
    ('stories', 'attributes', 'stories', 'Stories to present'),
    ('own_places', 'attributes', 'own_places', 'Files of places of the user''s own');
INSERT INTO gpkg_geometry_columns VALUES
    ('events', 'geom', 'POINT', 4326, 0, 0),
    ('event_areas', 'geom', 'POLYGON', 4326, 0, 0);
