#!/bin/sh
# Builds assets/english/english.bin. Needs Python 3.12 with the packages of
# requirements.txt, pip, unzip and Debian's wordnet-base. The same packages give the
# same bytes; versions, checksums and licences: assets/README.md.
set -eu
cd "$(dirname "$0")"
python3 convert.py "$(./model.sh)"
