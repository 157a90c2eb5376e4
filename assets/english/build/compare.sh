#!/bin/sh
# Compares the analysis of English with spaCy's on the same texts, and the speed of both.
#
# usage: assets/english/build/compare.sh TEXTS.jsonl…     a line: {"id", "text"}
#
# Needs Python 3.12 with the packages of requirements.txt, pip and unzip.
set -eu
[ $# -ge 1 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
reference=$(mktemp)
trap 'rm -f "$reference"' EXIT
OMP_NUM_THREADS=1 python3 "$here/reference.py" "$("$here/model.sh")" "$@" > "$reference"
cargo run --quiet --release --no-default-features --features tools --bin english_agreement -- "$reference"
