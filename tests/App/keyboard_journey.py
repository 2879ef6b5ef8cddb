#!/usr/bin/env python3
"""The whole journey without a mouse: keyboard_journey.py BUILD OUTLINE MEDIA"""
import sys
from driver import App, check, pause

build, outline, media = sys.argv[1:4]
app = App(build, media)

try:
    pause(1.5)
    app.copy(outline)
    app.key("ctrl+v")
    pause(0.4)
    app.key("Return")
    pause(0.8)
    check(app.starts() == [0, 16000, 34000, 49000], "pasted and imported")

    app.key("Down", "e")
    app.key("ctrl+a")
    app.type("Tides and tables")
    app.key("Return")
    check(app.chapters()[1]["title"] == "Tides and tables", "a title is typed in place")

    app.key("shift+e", "ctrl+a")
    app.type("0:17.250")
    app.key("Return")
    check(app.starts()[1] == 17250, "and a time")

    app.key("comma", "comma", "greater")
    check(app.starts()[1] == 17330, "nudged by 10 and 100 ms")
    app.key("ctrl+z")
    check(app.starts()[1] == 17250, "a run of nudges is one step")

    app.key("End", "shift+Left", "i")
    check(len(app.starts()) == 5, "a marker at the playhead")
    app.key("Delete")
    check(len(app.starts()) == 4, "and gone again")

    app.key("ctrl+shift+s")
    pause(0.3)
    app.key("ctrl+a")
    app.type("-0.25")
    app.key("Return", "Return")
    pause(0.3)
    check(app.starts() == [0, 17000, 33750, 48750], f"all shifted by a form: {app.starts()}")
    app.key("ctrl+z")

    # Tab goes along the bar on top: to the beginning, play, loop, marker. Space presses what has the keyboard.
    before = app.starts()
    app.key("End", "shift+Left")
    app.key("Tab", "Tab", "Tab", "Tab", "space")
    check(len(app.starts()) == len(before) + 1, "a button reached by Tab is pressed by Space")
    app.key("ctrl+z")
    check(app.starts() == before, "and the keys go on working with the keyboard on it")

    app.key("question")
    pause(0.3)
    app.key("Escape")
    app.key("g")
    pause(0.3)
    app.key("Escape")
    app.key("r")
    pause(0.3)
    for _ in range(4):
        app.key("a")
        pause(0.2)
    check(app.starts() == [0, 17250, 34000, 49000], "a review that accepts changes nothing")
    for _ in range(4):
        app.key("ctrl+z")
        pause(0.2)
    check(app.starts() == [0, 17250, 34000, 49000], "undo takes what was accepted back, one by one")
    app.key("ctrl+z")
    check(len(app.starts()) == 5, "and goes on behind it: the removed marker is back")
finally:
    app.close()
