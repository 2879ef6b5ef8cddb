#!/usr/bin/env python3
"""Paste a real outline, load the M4A, drag a marker, snap, review two, undo and redo, write the chapters into it: mouse_journey.py BUILD OUTLINE MEDIA SECONDS"""
import json, pathlib, shutil, subprocess, sys, tempfile
from driver import App, FLAGS_Y, HEIGHT, MARGIN, WIDTH, check, pause

build, outline, media, seconds = sys.argv[1:4] + [float(sys.argv[4])]
copies = tempfile.TemporaryDirectory(dir=pathlib.Path(build) / "tests")
media = pathlib.Path(shutil.copy(media, copies.name)).resolve()
app = App(build, media)
x_of = lambda ms: ms / 1000 / (seconds * MARGIN) * WIDTH

try:
    pause(1.5)  # the audio
    app.copy(outline)
    app.key("ctrl+v")
    pause(0.5)
    app.key("Return")
    pause(0.8)
    imported = app.starts()
    check(imported == [0, 16000, 34000, 49000], f"the outline's times came in: {imported}")
    check(app.chapters()[1]["title"].startswith("Tide tables"), "and its titles")

    app.drag(x_of(34000) + 1, x_of(34000) + 1 + 45, FLAGS_Y)
    dragged = app.starts()
    moved = dragged[2] - 34000
    wanted = 45 / WIDTH * seconds * MARGIN * 1000
    check(abs(moved - wanted) < 900, f"the third marker went where the mouse went: {moved} ms, {wanted:.0f} wanted")
    check(dragged[:2] + dragged[3:] == imported[:2] + imported[3:], "and nothing else moved")

    app.drag(x_of(dragged[2]) + 1, WIDTH - 5, FLAGS_Y)
    check(app.starts()[2] == 49000, "it stops at its neighbour")
    app.key("ctrl+z")
    check(app.starts() == dragged, "undo takes back one drag")
    app.key("ctrl+z")
    check(app.starts() == imported, "and the other")
    app.key("ctrl+shift+z")
    check(app.starts() == dragged, "redo brings it again")
    app.key("ctrl+z")

    app.key("Up", "x")
    pause(0.3)
    snapped = app.starts()
    check(16100 < snapped[1] < 16700, f"the second marker snapped to where speech begins: {snapped[1]} ms")

    # The review takes those not yet accepted, from the focused one on: snap the third by its candidate's key, accept both.
    app.key("r")
    pause(0.5)
    app.key("Return")
    pause(1.5)
    app.key("x", "Right", "Return")
    pause(0.5)
    app.key("Escape")
    reviewed = app.starts()
    check(34100 < reviewed[2] < 34700 and reviewed[1] == snapped[1], f"the third was snapped and nudged in the review: {reviewed}")
    settings = (app.folder / "settings")
    app.wait_for(lambda: settings.exists() and "review:" in settings.read_text(), "the review in the settings", 5)
    check(str(reviewed[1] * 1000000) in settings.read_text() or "Tide tables" in settings.read_text(), "what was accepted is remembered")

    # Writes by the button at the lower right of its panel, then asks another program what is in the file.
    def written():
        probe = subprocess.run(["ffprobe", "-v", "error", "-show_chapters", "-of", "json", media], check=True, capture_output=True)
        return [round(float(c["start_time"]) * 1000) for c in json.loads(probe.stdout)["chapters"]]

    def has_reviewed():  # documents and containers round to the millisecond in their own ways
        found = written()
        return len(found) == len(reviewed) and all(abs(a - b) <= 1 for a, b in zip(found, reviewed))

    before = written()
    check(not has_reviewed(), "the file has not these chapters yet")
    app.key("w")
    pause(1.5)
    app.xdo("mousemove", WIDTH - 190, HEIGHT - 24 - 28, "click", 1)
    app.wait_for(has_reviewed, "the chapters in the file", 20)
    check(True, "the button has put the chapters into the file")
    pause(1)
    app.key("ctrl+shift+u")
    app.wait_for(lambda: written() == before, "the file as it was", 20)
    check(True, "and what was written can be taken back")
    pause(0.5)
    app.key("Escape", "w")
    pause(1.5)
    app.key("Return")
    app.wait_for(has_reviewed, "the chapters in the file again", 20)
    check(True, "and written again, by the keyboard")
finally:
    app.close()
