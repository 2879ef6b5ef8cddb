#!/usr/bin/env python3
"""Kills the app at random moments while markers are put down, and looks at what the next start recovers: kill_edits.py BUILD KILLS [SEED]"""
import json, random, sys, time
from driver import App, WIDTH, check, pause

LOST = 2.0  # seconds of edits that may be gone
SUMMARY_Y = 620  # of the inspector's field, in a window of the driver's size

build, kills = sys.argv[1], int(sys.argv[2])
seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
chance = random.Random(seed)
app = App(build)
worst = 0.0


def starts():
    """What the project on disk holds."""
    return [c["start_ms"] for c in json.loads(app.project.read_text(encoding="utf-8"))["chapters"]] if app.project.exists() else []


def edit_until(end, first):
    """Puts markers down, one a second of the programme; returns when the keys of each were sent."""
    sent = []
    while time.time() < end:
        app.xdo("key", "Right", "i")
        sent.append((first + len(sent) + 1, time.time()))
        time.sleep(chance.uniform(0, 0.25))
    return sent


try:
    for kill in range(kills):
        before = starts()
        app.xdo("key", "Home")  # and on to where the last round has ended
        for at in range(0, len(before), 20):
            app.xdo("key", *["Right"] * min(20, len(before) - at))
        sent = edit_until(time.time() + chance.uniform(0.4, 4.5), len(before))
        time.sleep(chance.choice([0, 0, 0.1, 0.5]))
        killed = time.time()
        app.kill()

        must_be_there = len(before) + sum(1 for _, when in sent if when < killed - LOST)
        app.launch("--project", app.project)
        pause(0.3)
        offered = len(app.left_behind()) == 2  # a file and its lock
        check(offered or must_be_there == len(before), f"kill {kill + 1}: something is there to recover")
        if offered:
            app.key("Return")  # "Keep"
            pause(0.2)
        app.key("ctrl+s")
        app.wait_for(lambda: not app.left_behind(), "the recovered work to be saved", 10)
        found = starts()
        # Each marker is at the second that its turn was: what is there must be a state that there was.
        expected = [1000 * (i + 1) for i in range(len(found))]
        check(found == expected, f"kill {kill + 1}: {len(found)} markers, {len(sent)} sent, none but the last missing")
        check(len(found) >= must_be_there, f"kill {kill + 1}: of {len(before) + len(sent)} markers at least {must_be_there} are there: {len(found)}")
        lost = [when for number, when in sent if number > len(found)]
        worst = max(worst, killed - min(lost) if lost else 0)

    print(f"{kills} kills: at worst the last {worst:.2f} s of edits were lost")

    # What is typed, and never left, counts as well.
    app.xdo("key", "Home", "Down")
    app.xdo("mousemove", WIDTH - 200, SUMMARY_Y, "click", 1)
    app.type("A paragraph that took an hour")
    time.sleep(LOST)
    app.kill()
    app.launch("--project", app.project)
    pause(0.3)
    app.picture(app.folder / "recovered.png")
    app.key("Return", "ctrl+s")
    app.wait_for(lambda: not app.left_behind(), "the typed text to be saved", 10)
    check("A paragraph that took an hour" in app.project.read_text(encoding="utf-8"), "text that was being typed is recovered")

    # Instances beside one another, and a clean end.
    first, first_window = app.app, app.window
    app.xdo("key", "End", "Right", "i")
    app.wait_for(lambda: len(app.left_behind()) == 2, "the first one's journal", 5)
    app.launch()
    app.xdo("key", "i")
    app.wait_for(lambda: len(app.left_behind()) == 4, "the second one's journal", 5)
    check(True, "two instances keep their own")
    app.key("ctrl+q")
    pause(0.3)
    check(app.app.poll() is None, "closing with unsaved changes asks")
    app.key("ctrl+d")
    app.wait_for(lambda: app.app.poll() is not None, "the second one's end", 10)
    check(app.app.returncode == 0, "the second one ended by itself")
    check(len(app.left_behind()) == 2, "and took only its own journal with it")

    app.app, app.window = first, first_window
    app.xdo("windowfocus", "--sync", app.window)
    app.key("ctrl+q", "Return")
    app.wait_for(lambda: app.app.poll() is not None, "the end", 10)
    check(app.left_behind() == [], "nothing is left behind by a clean end")
    check(len(starts()) == len(found) + 1, "and what was to be saved is saved")
finally:
    app.close()
