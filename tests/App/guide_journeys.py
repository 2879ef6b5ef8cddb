#!/usr/bin/env python3
"""Two journeys of the user guide in the real window, step for step, none more and none less: guide_journeys.py BUILD GUIDE OUTLINE MP3 M4A

The third, in a workstation, is gone in Ardour and jalv (tests/Hosts).
"""
import json, os, pathlib, re, shutil, subprocess, sys
from driver import App, HEIGHT, WIDTH, check, pause

build, guide, outline, mp3, m4a = sys.argv[1:6]
guide = pathlib.Path(guide).read_text(encoding="utf-8")
earmark = lambda *arguments: subprocess.run([pathlib.Path(build) / "earmark", *map(str, arguments)], check=True, capture_output=True)
TITLES = ["Welcome to the harbour: what a light is for", "Tide tables: how a page of numbers beats a forecast",
          "The storm glass: a barometer that may be nonsense", "Night watch: the last keeper of Gull Point remembers"]


def in_file(path):
    probe = subprocess.run(["ffprobe", "-v", "error", "-show_chapters", "-show_streams", "-of", "json", path], check=True, capture_output=True)
    found = json.loads(probe.stdout)
    return [(round(float(c["start_time"]) * 1000), c["tags"].get("title", "")) for c in found["chapters"]], found["streams"]


def agree(path, starts):
    """To the millisecond to which documents and containers round in their own ways."""
    found = [s for s, _ in in_file(path)[0]]
    return len(found) == len(starts) and all(abs(a - b) <= 1 for a, b in zip(found, starts))


def go(heading, steps):
    """Each step of the guide under this heading is one function."""
    section = guide.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    listed = [int(n) for n in re.findall(r"^(\d+)\. ", section, flags=re.M)]
    check(listed == list(range(1, len(steps) + 1)), f"the guide has {len(steps)} steps to '{heading}'")
    for number, step in enumerate(steps, 1):
        step()
        if folder := os.environ.get("EARMARK_KEEP_SCREENS"):
            app.picture(pathlib.Path(folder) / f"{heading.split()[1]}-{number}.png")
        check(True, f"step {number}: {step.__doc__}")


def choose(path, *keys):
    app.answer(path)
    app.key(*keys)
    pause(1)


def document():
    return json.loads(app.project.read_text(encoding="utf-8"))


def saved():
    before = app.project.stat().st_mtime_ns if app.project.exists() else 0
    app.key("ctrl+s")
    app.wait_for(lambda: app.project.exists() and app.project.stat().st_mtime_ns != before, "the project", 10)
    pause(0.1)
    return document()["chapters"]


def own_copy(path, name):
    copy = pathlib.Path(shutil.copy(path, app.folder / name))
    earmark("strip", copy)
    return copy


def podcast():
    audio, other = own_copy(mp3, "episode.mp3"), own_copy(m4a, "episode.m4a")

    def opened():
        """the audio is opened"""
        choose(audio, "ctrl+o")
        pause(1.5)

    def pasted():
        """the outline is pasted and imported"""
        app.copy(outline)
        app.key("ctrl+v")
        pause(0.5)
        app.key("Return")
        pause(1.5)

    def reviewed():
        """a review accepts two, takes a candidate for the third, nudges the fourth"""
        app.key("r")
        pause(0.5)
        app.key("Return", "Return")
        pause(0.5)
        app.key("1", "Return")
        pause(0.5)
        app.key("Right", "Right", "Return")
        pause(0.5)

    def written():
        """the chapters are in both files, as ffprobe reads them"""
        app.key("w")
        pause(1)
        choose(other, "ctrl+shift+o")
        app.key("Return")
        for path in (audio, other):
            app.wait_for(lambda: [t for _, t in in_file(path)[0]] == TITLES, f"the chapters in {path.name}", 30)

    def kept():
        """the project is saved"""
        starts = [c["start_ms"] for c in saved()]
        check(starts[:2] == [0, 16000] and 34000 < starts[2] < 34600 and starts[3] == 49020, f"with what the review made of it: {starts}")
        for path in (audio, other):
            check(agree(path, starts), f"as {path.name} has it")

    go("A podcast with an outline and a finished MP3", [opened, pasted, reviewed, written, kept])


def audiobook():
    book = own_copy(m4a, "book.m4b")
    earmark("tag", book, "--outline", outline)
    picture = app.folder / "cover.png"
    subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=size=640x400", "-frames:v", "1", picture], check=True)

    def opened():
        """the book's own chapters come with it, and a title is edited in place"""
        choose(book, "ctrl+o")
        pause(1.5)
        check([c["start_ms"] for c in saved()] == [0, 16000, 34000, 49000], "the book's chapters")
        app.key("Down", "Down", "e", "ctrl+a")
        app.type("Tides")
        app.key("Return")
        check([c["title"] for c in saved()][1] == "Tides", "the second has another title")

    def slid():
        """all titles slide by one, and back"""
        app.key("ctrl+a", "alt+Down")
        check([c["title"] for c in saved()][2] == "Tides", "the third has its title")
        app.key("ctrl+z")

    def snapped():
        """all are snapped, after a look at the moves"""
        app.key("ctrl+shift+x")
        pause(1.5)
        app.key("Return")
        pause(0.5)
        starts = [c["start_ms"] for c in saved()]
        check(starts[0] == 0 and all(0 < s - w < 700 for s, w in zip(starts[1:], [16000, 34000, 49000])), f"each begins where speech does: {starts}")

    def pictured():
        """a picture comes to a chapter, square"""
        app.key("Home", "Down")
        app.xdo("mousemove", WIDTH - 150, 650, *["click", 5] * 30)
        pause(0.5)
        app.answer(picture)
        app.xdo("mousemove", *CHOOSE_PICTURE, "click", 1)
        pause(1)
        check(any(c.get("image") for c in saved()), "a chapter has a picture")

    def written():
        """chapters and picture are in the book"""
        starts = [c["start_ms"] for c in saved()]
        app.key("Escape", "w")
        pause(1.2)
        app.key("Return")
        app.wait_for(lambda: agree(book, starts), "the moved chapters", 30)
        check(any(s["codec_name"] == "mjpeg" for s in in_file(book)[1]), "and a track of pictures")

    go("An audiobook of ten hours", [opened, slid, snapped, pictured, written])


# In the inspector, scrolled to its end, of a window of the driver's size.
CHOOSE_PICTURE = (WIDTH - 175, HEIGHT - 238)

for journey in podcast, audiobook:
    app = App(build)
    try:
        journey()
    finally:
        app.close()
