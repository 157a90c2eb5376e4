#!/usr/bin/env python3
"""A small window to drag files from, for tests/tools/window_session.sh.

usage: window_drag.py X Y PATH…

It stands at X, Y, says "ready" when it can be dragged from, and goes when the drag has
ended. Its exit status is 0 if the files were taken, 1 if not. Needs GTK 3 (Debian:
python3-gi and gir1.2-gtk-3.0), which speaks XDND as file managers do.
"""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402


def main() -> int:
    x, y, *paths = sys.argv[1:]
    uris = [pathlib.Path(path).resolve().as_uri() for path in paths]
    taken = []

    source = Gtk.Window(type=Gtk.WindowType.POPUP)
    handle = Gtk.EventBox()
    handle.add(Gtk.Label(label=f"{len(uris)} files"))
    source.add(handle)
    source.set_default_size(120, 60)
    source.move(int(x), int(y))

    handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    handle.drag_source_add_uri_targets()
    handle.connect("drag-data-get", lambda _w, _c, data, _i, _t: taken.append(data.set_uris(uris)))
    # The other side may still ask for the data after the button is let go.
    handle.connect("drag-end", lambda *_: GLib.timeout_add(500, Gtk.main_quit))
    source.show_all()
    GLib.timeout_add(300, lambda: print("ready", flush=True))
    Gtk.main()
    return 0 if taken else 1


if __name__ == "__main__":
    sys.exit(main())
