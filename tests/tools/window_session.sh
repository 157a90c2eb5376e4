#!/usr/bin/env bash
# A session in a real window, as a person would have it: first start, articles dropped on the
# window from another program (XDND), an event selected and corrected, undone and done again,
# filtered, played, exported, quit. Once by day, once by night, with a screenshot of each step.
#
# usage: tests/tools/window_session.sh [FOLDER]
#   FOLDER   where the screenshots go, in light/ and dark/; a temporary one if not given
#   DATELINE the program, by default target/debug/dateline
#   ARTICLES what is dropped, by default some articles of the tests
#
# Debian: xvfb xdotool imagemagick at-spi2-core dbus python3-gi gir1.2-gtk-3.0
# gir1.2-atspi-2.0, and what the window needs (.ci/packages.sh). It has a display, buses and
# a home of its own.
set -euo pipefail
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
program=${DATELINE:-${CARGO_TARGET_DIR:-$root/target}/debug/dateline}
folder=$(realpath -m "${1:-$(mktemp -d)}")
# The system's Python has the bindings of GTK, another may not.
python=/usr/bin/python3
read -ra articles <<<"${ARTICLES:-$root/tests/articles/market.txt $root/tests/articles/road.md \
    $root/tests/articles/bridge.html}"
[ -x "$program" ] || { echo "no program at $program: build it, or say DATELINE=…" >&2; exit 2; }

scratch=$(mktemp -d)
started=()
clean_up() {
    local pid
    for pid in "${started[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    rm -rf "$scratch"
}
trap clean_up EXIT

# Room for the window, and below it for the one that files are dragged from.
Xvfb -displayfd 3 -screen 0 1440x1000x24 -nolisten tcp 3>"$scratch/display" 2>/dev/null &
started+=($!)
for ((i = 0; i < 100; i++)); do
    [ -s "$scratch/display" ] && break
    sleep 0.1
done
mkdir -m 700 "$scratch/run"
export DISPLAY=:$(<"$scratch/display") XDG_RUNTIME_DIR=$scratch/run LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY XDG_CONFIG_HOME XDG_DATA_HOME

# The bus by which the names of controls are asked, as a screen reader asks.
dbus-daemon --session --fork --print-address=1 --print-pid=1 >"$scratch/bus"
DBUS_SESSION_BUS_ADDRESS=$(head -n 1 "$scratch/bus")
export DBUS_SESSION_BUS_ADDRESS
started+=("$(tail -n 1 "$scratch/bus")")
launcher=/usr/libexec/at-spi-bus-launcher
HOME=$scratch "$launcher" --launch-immediately >/dev/null 2>&1 &
started+=($!)
sleep 1
dbus-send --session --dest=org.a11y.Bus --print-reply=literal /org/a11y/bus \
    org.freedesktop.DBus.Properties.Set string:org.a11y.Status string:IsEnabled \
    variant:boolean:true

failed=0
for theme in light dark; do
    echo "$theme: $folder/$theme"
    rm -rf "${folder:?}/$theme"
    mkdir -p "$folder/$theme" "$scratch/$theme/.config/dateline"
    echo "{\"theme\": \"$theme\", \"language\": \"en\"}" \
        >"$scratch/$theme/.config/dateline/settings.json"
    HOME=$scratch/$theme timeout 400 "$python" "$root/tests/tools/window_session.py" \
        "$program" "$folder/$theme" "${articles[@]}" || failed=1
done
exit "$failed"
