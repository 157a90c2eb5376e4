-- Rows of event tables in the layer, what people say of events, and all of a bookmark.
ALTER TABLE events ADD COLUMN event_table INTEGER;
ALTER TABLE events ADD COLUMN table_row INTEGER;
ALTER TABLE events ADD COLUMN by_person TEXT;
ALTER TABLE events ADD COLUMN note TEXT;
ALTER TABLE bookmarks ADD COLUMN definition TEXT;
