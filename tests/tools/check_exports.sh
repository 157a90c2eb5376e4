#!/usr/bin/env bash
# Writes the events of the sample in every format and has them read by programs of others:
# ogrinfo and ogr2ogr (Debian gdal-bin), pandas, geopandas, pyarrow and openpyxl (PyPI), and
# KML against the schema of OGC (in PyPI's pykml). What is not installed is skipped, and said.
#
# usage: tests/tools/check_exports.sh [FOLDER]
#   FOLDER   where the files stay; a temporary one if not given. A project.gpkg in it is
#            used instead of articles
#   DATELINE the program, by default target/debug/dateline
#   ARTICLES what is read, by default the sample
#   PYTHON   the Python to use, by default python3; for instance that of
#            python3 -m venv v && v/bin/pip install pandas geopandas pyarrow openpyxl lxml pykml
set -uo pipefail
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
program=${DATELINE:-${CARGO_TARGET_DIR:-$root/target}/debug/dateline}
articles=${ARTICLES:-$root/assets/sample}
python=${PYTHON:-python3}
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
failed=0

say() { printf '%-8s %s\n' "$1" "$2"; }
check() {
    local what=$1 said
    shift
    if said=$("$@" 2>&1); then
        say ok "$what${said:+: $(printf '%s' "$said" | tail -n 1)}"
    else
        say FAILED "$what: $said"
        failed=1
    fi
}

[ -x "$program" ] || { echo "no program at $program: build it, or say DATELINE=…" >&2; exit 2; }

# Each with the name of its file, and with how many layers ogrinfo must find in it.
formats="csv:events.csv:1 csv-acled:acled.csv:1 csv-ucdp:ucdp.csv:1 xlsx:events.xlsx:4
    geojson:events.geojson:1 kml:events.kml:1 kmz:events.kmz:1 gpkg:events.gpkg:5
    parquet:events.parquet:1 jsonl:events.jsonl:0 markdown:events.md:0 bibtex:events.bib:0
    ris:events.ris:0 evidence:events.zip:0"
# Read once, written often; a project that is there already is taken as it is.
project=$folder/project.gpkg
[ -e "$project" ] || check "read $articles" "$program" project read "$articles" -o "$project"
for format in $formats; do
    IFS=: read -r key name _ <<<"$format"
    check "write $name" "$program" project export "$project" --format "$key" --out "$folder/$name"
done
check "write coarse.csv" "$program" project export "$project" --out "$folder/coarse.csv" \
    --coarsen 25 --no-names --delay 14 --before 2022-09-20

# Whether ogrinfo finds so many layers in a file, all events, and nothing to warn of.
layers() {
    local found
    found=$(ogrinfo -ro -so -al "$1" 2>&1) || { echo "$found"; return 1; }
    if grep -qE '^(ERROR|Warning)' <<<"$found"; then
        echo "$found"
        return 1
    fi
    [ "$(grep -c '^Layer name: ' <<<"$found")" = "$2" ] || { echo "$found"; return 1; }
    # Events come first, and all of them, but UCDP counts only violence.
    local first
    first=$(grep -m 1 '^Feature Count: ' <<<"$found" | tr -dc 0-9)
    [ "$first" = "$(wc -l <"$folder/events.jsonl")" ] || [[ $1 = */ucdp.csv ]] ||
        { echo "$first events instead of $(wc -l <"$folder/events.jsonl")"; return 1; }
    grep '^Feature Count' <<<"$found" | tr '\n' ' '
}

if command -v ogrinfo >/dev/null; then
    known=$(ogrinfo --formats)
    for format in $formats; do
        IFS=: read -r _ name count <<<"$format"
        [ "$count" = 0 ] && continue
        if [ "$name" = events.parquet ] && ! grep -q '^  Parquet ' <<<"$known"; then
            say skipped "ogrinfo $name: this GDAL was built without Parquet"
            continue
        fi
        check "ogrinfo $name" layers "$folder/$name" "$count"
    done
    for name in events.geojson events.kml events.kmz events.gpkg; do
        rm -f "$folder/again.gpkg"
        check "ogr2ogr $name" ogr2ogr -f GPKG "$folder/again.gpkg" "$folder/$name"
    done
    rm -f "$folder/again.gpkg"
else
    say skipped "ogrinfo and ogr2ogr are not installed (Debian: gdal-bin)"
fi

"$python" "$root/tests/tools/check_exports.py" "$folder" || failed=1
exit "$failed"
