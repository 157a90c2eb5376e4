-- Event tables.
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
INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
    ('event_tables', 'attributes', 'event_tables', 'Event tables that were imported'),
    ('event_table_rows', 'attributes', 'event_table_rows', 'Their rows, for Dateline');
