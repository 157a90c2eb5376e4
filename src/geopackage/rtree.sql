-- The R-tree extension of GeoPackage for one layer; LAYER stands for its name. The
-- triggers are those of version 1.4, which also get upserts right.
CREATE VIRTUAL TABLE rtree_LAYER_geom USING rtree(id, minx, maxx, miny, maxy);
INSERT INTO gpkg_extensions VALUES ('LAYER', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
CREATE TRIGGER rtree_LAYER_geom_insert AFTER INSERT ON LAYER
    WHEN (new.geom NOT NULL AND NOT ST_IsEmpty(new.geom))
BEGIN
    INSERT OR REPLACE INTO rtree_LAYER_geom VALUES (new.fid, ST_MinX(new.geom), ST_MaxX(new.geom), ST_MinY(new.geom), ST_MaxY(new.geom));
END;
CREATE TRIGGER rtree_LAYER_geom_update6 AFTER UPDATE OF geom ON LAYER
    WHEN old.fid = new.fid AND (new.geom NOTNULL AND NOT ST_IsEmpty(new.geom)) AND (old.geom NOTNULL AND NOT ST_IsEmpty(old.geom))
BEGIN
    UPDATE rtree_LAYER_geom SET minx = ST_MinX(new.geom), maxx = ST_MaxX(new.geom), miny = ST_MinY(new.geom), maxy = ST_MaxY(new.geom) WHERE id = new.fid;
END;
CREATE TRIGGER rtree_LAYER_geom_update7 AFTER UPDATE OF geom ON LAYER
    WHEN old.fid = new.fid AND (new.geom NOTNULL AND NOT ST_IsEmpty(new.geom)) AND (old.geom ISNULL OR ST_IsEmpty(old.geom))
BEGIN
    INSERT INTO rtree_LAYER_geom VALUES (new.fid, ST_MinX(new.geom), ST_MaxX(new.geom), ST_MinY(new.geom), ST_MaxY(new.geom));
END;
CREATE TRIGGER rtree_LAYER_geom_update2 AFTER UPDATE OF geom ON LAYER
    WHEN old.fid = new.fid AND (new.geom ISNULL OR ST_IsEmpty(new.geom))
BEGIN
    DELETE FROM rtree_LAYER_geom WHERE id = old.fid;
END;
CREATE TRIGGER rtree_LAYER_geom_update5 AFTER UPDATE ON LAYER
    WHEN old.fid != new.fid AND (new.geom NOTNULL AND NOT ST_IsEmpty(new.geom))
BEGIN
    DELETE FROM rtree_LAYER_geom WHERE id = old.fid;
    INSERT OR REPLACE INTO rtree_LAYER_geom VALUES (new.fid, ST_MinX(new.geom), ST_MaxX(new.geom), ST_MinY(new.geom), ST_MaxY(new.geom));
END;
CREATE TRIGGER rtree_LAYER_geom_update4 AFTER UPDATE ON LAYER
    WHEN old.fid != new.fid AND (new.geom ISNULL OR ST_IsEmpty(new.geom))
BEGIN
    DELETE FROM rtree_LAYER_geom WHERE id IN (old.fid, new.fid);
END;
CREATE TRIGGER rtree_LAYER_geom_delete AFTER DELETE ON LAYER
    WHEN old.geom NOT NULL
BEGIN
    DELETE FROM rtree_LAYER_geom WHERE id = old.fid;
END;
