#!/usr/bin/env python3
"""The person of tests/tools/window_session.sh: finds controls by their names in the
accessibility tree, as a screen reader does, and works with mouse and keys, as a person does.

usage: window_session.py PROGRAM FOLDER ARTICLE…

DISPLAY and the buses are set up by the script. A screenshot of each step goes into FOLDER.
Needs python3-gi, gir1.2-atspi-2.0, gir1.2-gtk-3.0, xdotool and imagemagick.
"""

import csv
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import time
import zipfile

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

HERE = pathlib.Path(__file__).parent
# A debug build that draws in software, beside other work.
PATIENCE_SECONDS = 40
# Of the window. Below it is room for the window that files are dragged from.
WIDTH, HEIGHT = 1440, 900


class Failed(Exception):
    """Something is not as it should be."""


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def until(what, look):
    """What `look` finds, when it finds something."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.2)
    raise Failed(f"{what}: not within {PATIENCE_SECONDS} seconds")


def nodes():
    """All controls of the program: role, name and middle."""

    def below(node):
        for number in range(node.get_child_count()):
            child = node.get_child_at_index(number)
            if child is None:
                continue
            yield from one(child)
            yield from below(child)

    def one(node):
        try:
            box = node.get_extents(Atspi.CoordType.SCREEN)
        except GLib.Error:  # a part of the tree that has no place
            return
        middle = (box.x + box.width // 2, box.y + box.height // 2)
        yield node.get_role_name(), node.get_name() or "", middle

    # A control may go away while it is asked.
    try:
        yield from below(Atspi.get_desktop(0))
    except GLib.Error:
        return


def names(role=None):
    return [name for its, name, _ in nodes() if role in (None, its)]


class Person:
    """Mouse, keys and eyes."""

    def __init__(self, folder):
        self.folder, self.steps = folder, 0

    def find(self, name, role=None):
        """The middle of a control whose whole name is matched."""

        def look():
            for its, words, middle in nodes():
                if role in (None, its) and re.fullmatch(name, words):
                    return middle
            return None

        return until(f"“{name}”", look)

    def click(self, name, role=None):
        self.point(*self.find(name, role))
        run("xdotool", "click", "1")
        time.sleep(0.4)

    def point(self, x, y):
        run("xdotool", "mousemove", str(x), str(y))
        time.sleep(0.3)  # without it the window has not seen the pointer come

    def focus(self):
        """Gives the window the keyboard, which no window manager does here."""
        window = until("a window", lambda: shown_windows().split())[0]
        run("xdotool", "windowfocus", "--sync", window)

    def rest(self):
        """Moves the pointer where nothing answers to it."""
        self.point(WIDTH - 300, 12)

    def key(self, *keys):
        for key in keys:
            run("xdotool", "key", key)
            time.sleep(0.2)

    def type(self, text):
        run("xdotool", "type", "--delay", "25", text)
        time.sleep(0.3)

    def picture(self, name):
        """Of the window, when it has come to rest."""
        time.sleep(1.0)
        self.steps += 1
        path = self.folder / f"{self.steps:02}-{name}.png"
        size = f"{WIDTH}x{HEIGHT}+0+0"
        run("import", "-silent", "-window", "root", "-crop", size, "+repage", str(path))

    def drop(self, paths, onto, picture):
        """Drags files from another window onto a point of this one."""
        x, y = 60, HEIGHT + 20
        command = [sys.executable, str(HERE / "window_drag.py"), str(x), str(y), *map(str, paths)]
        source = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        if source.stdout.readline().strip() != "ready":
            raise Failed("no window to drag from")
        time.sleep(0.5)
        self.point(x + 40, y + 30)
        run("xdotool", "mousedown", "1")
        for step in range(1, 13):
            run(
                "xdotool",
                "mousemove",
                str(x + 40 + (onto[0] - x - 40) * step // 12),
                str(y + 30 + (onto[1] - y - 30) * step // 12),
            )
            time.sleep(0.1)
        self.picture(picture)
        run("xdotool", "mouseup", "1")
        if source.wait(PATIENCE_SECONDS) != 0:
            raise Failed("the files were not taken")
        self.focus()

    def save(self, key, path, picture):
        """Opens a dialog, and has it write a file at this path."""
        self.key(key)
        self.click("File", "entry")
        time.sleep(1)
        self.key("ctrl+a")
        self.type(str(path))
        self.picture(picture)
        self.key("Return")
        until(path.name, path.is_file)
        until("the end of the dialog", lambda: "File" not in names("entry"))


def shown_windows():
    """The program's windows; xdotool fails where there are none."""
    command = ["xdotool", "search", "--onlyvisible", "--name", "Dateline"]
    return subprocess.run(command, capture_output=True, text=True).stdout


def check(what, is_so):
    if not is_so:
        raise Failed(what)
    print(f"ok       {what}", flush=True)


def size_of(picture):
    return run("identify", "-format", "%wx%h", str(picture))


def counts():
    """Of "31 of 40 shown": what is shown, and all."""
    for name in names("label"):
        if found := re.fullmatch(r"(\d+) of (\d+) shown", name):
            return int(found[1]), int(found[2])
    return None


def days_shown():
    return next((name for name in names("slider") if name.startswith("Days shown: ")), None)


def edits(project):
    """What the project on the disk holds of what was done: steps and commands."""
    with sqlite3.connect(f"file:{project}?mode=ro", uri=True) as connection:
        return connection.execute("SELECT step, command FROM edits ORDER BY fid").fetchall()


def column(project, event, name):
    with sqlite3.connect(f"file:{project}?mode=ro", uri=True) as connection:
        query = f"SELECT {name} FROM events WHERE label LIKE ?"
        return [row[0] for row in connection.execute(query, (event,))]


def session(program, folder, articles):
    person = Person(folder)
    home = pathlib.Path.home()

    until("the first events", counts)
    person.focus()
    person.rest()
    person.picture("first-start")
    shown, before = counts()
    check("the first start shows the sample", shown > 0)

    person.drop(articles, (WIDTH // 2, HEIGHT // 3), "files-held-over-the-window")
    until("the events of the dropped files", lambda: counts() and counts()[1] > before)
    person.rest()
    person.picture("dropped")
    check(f"dropped files are read: {before} events before, {counts()[1]} now", True)
    project = next(home.glob(".local/share/dateline/projects/*.gpkg"))

    person.click("Articles", "page tab")
    person.rest()
    person.picture("articles")
    person.click("Events", "page tab")

    person.click(".*Search events.*", "entry")
    person.type("Talin")
    person.find(".*Talin.*", "table row")
    person.picture("searched")
    person.click("Shelling or missile, Talin.*", "table row")
    person.find("Change: Killed")
    person.rest()
    person.picture("selected")

    person.click("Change: Killed", "push button")
    # It has the keyboard when it is there, with its text selected.
    person.find("Killed", "entry")
    time.sleep(1)
    person.type("6-7")
    person.picture("editing")
    person.key("Return")
    person.find("6–7", "label")
    person.rest()
    person.picture("corrected")
    check("the correction is in the project", "killed" in edits(project)[-1][1].lower())
    check("and in its layer", until("6", lambda: column(project, "%Talin", "killed_low") == [6]))

    # The editor was brought into view, and what is above it out of it.
    person.point(WIDTH - 150, 200)
    run("xdotool", "click", "--repeat", "20", "--delay", "30", "4")
    person.click("Change type", "combo box")
    person.click("Air or drone strike")
    person.find("Air or drone strike, Talin.*", "table row")
    person.rest()
    person.picture("type-corrected")

    person.key("ctrl+z")
    person.find("Shelling or missile, Talin.*", "table row")
    check("undo is kept", edits(project)[-1][0] == "undo")
    person.picture("undone")
    person.key("ctrl+shift+z")
    person.find("Air or drone strike, Talin.*", "table row")
    check("redo is kept", edits(project)[-1][0] == "redo")

    person.click(".*Search events.*", "entry")
    person.key("ctrl+a", "BackSpace", "Escape")
    shown = counts()[0]
    person.click("Shelling or missile: hide or show", "check box")
    person.rest()
    until("fewer events", lambda: counts()[0] < shown)
    person.picture("filtered-by-type")
    check(f"the legend filters: {shown} before, {counts()[0]} now", True)
    person.click("Filters", "toggle button")
    person.rest()
    person.picture("filters")

    person.key("Escape")
    person.click("Map, .*", "canvas")
    person.key("Home")
    start = days_shown()
    person.click("Play", "push button")
    person.rest()
    time.sleep(1)
    person.picture("playing")
    check(f"time plays: {start}, then {days_shown()}", days_shown() != start)
    person.click("Pause", "push button")

    # By the path: a bare display has no dialogs of a system.
    person.save("ctrl+s", folder / "picture.png", "save-picture")
    check("the picture has the size of a slide", size_of(folder / "picture.png") == "1920x1080")
    person.save("ctrl+e", folder / "events.csv", "export")
    person.save("ctrl+e", folder / "events.zip", "export-pack")
    time.sleep(1)
    person.picture("exported")
    with (folder / "events.csv").open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if "Talin" in json.dumps(row)]
    check("the corrected number is in the table", any("6" in row.values() for row in rows))
    with zipfile.ZipFile(folder / "events.zip") as pack:
        pictures = [name for name in pack.namelist() if name.endswith(".png")]
        check("the evidence pack has a picture of the map", pictures)
        pack.extract(pictures[0], folder)

    person.key("ctrl+q")
    check("it quits", program.wait(PATIENCE_SECONDS) == 0)
    check("the correction is still there", column(project, "%Talin", "killed_high") == [7])


def main() -> int:
    program, folder, *articles = sys.argv[1:]
    folder = pathlib.Path(folder)
    with (folder / "log").open("w") as log:
        started = subprocess.Popen([program], stdout=log, stderr=log, cwd=folder)
    try:
        session(started, folder, articles)
    except (Failed, subprocess.SubprocessError) as error:
        run("import", "-silent", "-window", "root", str(folder / "failed.png"))
        print(f"FAILED   {error}")
        print((folder / "log").read_text(), end="")
        return 1
    finally:
        started.kill()
        started.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
