#!/usr/bin/env python3
"""From a project to files that are proven, and to all destinations: publish_journey.py BUILD OUTLINE MP3 M4A mouse|keyboard"""
import json, os, pathlib, shutil, subprocess, sys
from driver import App, FLAGS_Y, HEIGHT, MARGIN, WIDTH, check, pause

build, outline, mp3, m4a, hands = sys.argv[1:6]
SECONDS = 68.0  # of the audio
SIDE = 380  # the width of the write panel's form in a window of the driver's size
DESTINATIONS = ["episode.chapters.json", "episode.psc", "episode.youtube.txt", "episode.spotify.txt", "episode.apple.txt"]
app = App(build)
project = lambda: json.loads(app.project.read_text(encoding="utf-8"))
earmark = lambda *arguments: subprocess.run([pathlib.Path(build) / "earmark", *arguments], check=True, capture_output=True)


def own_copy(path):
    """Without the chapters that it may have, so that nothing is asked about them."""
    copy = pathlib.Path(shutil.copy(path, app.folder))
    earmark("strip", copy)
    return copy


def in_file(path):
    """What another program finds there."""
    probe = subprocess.run(["ffprobe", "-v", "error", "-show_chapters", "-of", "json", path], check=True, capture_output=True)
    return [(round(float(c["start_time"]) * 1000), c["tags"].get("title", "")) for c in json.loads(probe.stdout)["chapters"]]


def agrees(found, wanted):
    """Documents and containers round to the millisecond in their own ways."""
    return len(found) == len(wanted) and all(abs(a - b) <= 1 and t == u for (a, t), (b, u) in zip(found, wanted))


def saved(what):
    before = app.project.stat().st_mtime_ns if app.project.exists() else 0
    app.key("ctrl+s")
    app.wait_for(lambda: app.project.exists() and app.project.stat().st_mtime_ns != before, what, 10)
    pause(0.1)
    return project()


def choose(path, *keys, click=None):
    app.answer(path)
    if click and hands == "mouse":
        app.xdo("mousemove", *click, "click", 1)
    else:
        app.key(*keys)
    pause(1)


def starts(document):
    return [c["start_ms"] for c in document["chapters"]]


def look(name):
    """A picture, where somebody wants to see the screens."""
    if folder := os.environ.get("EARMARK_KEEP_SCREENS"):
        app.picture(pathlib.Path(folder) / f"{hands}-{name}.png")


try:
    mp3, m4a = own_copy(mp3), own_copy(m4a)
    (app.folder / "draft.txt").write_text("0:00 Draft\n0:30 Draft too\n")
    earmark("convert", app.folder / "draft.txt", "-o", app.folder / "draft.earmark")
    os.rename(app.folder / "draft.earmark", app.project)

    choose(app.project, "ctrl+o")
    pause(0.5)
    check(starts(saved("the opened project")) == [0, 30000], "a project is opened")
    app.copy(outline)

    def is_imported():
        app.key("ctrl+v")
        pause(0.5)
        look("import")
        app.key("Return")
        pause(0.5)
        return starts(saved("the imported outline")) == [0, 16000, 34000, 49000]

    app.wait_for(is_imported, "the imported outline", 20)
    check(True, "an outline is imported")
    choose(m4a, "ctrl+o")
    pause(1.5)
    opened = saved("the project with audio")
    check(opened["audio"]["path"] == "episode.m4a", "and audio loaded")

    if hands == "keyboard":
        app.key("Home", "Down", "Down")  # the first is selected since the import

    def is_fixed():
        if hands == "mouse":
            x = 34000 / 1000 / (SECONDS * MARGIN) * WIDTH
            app.drag(x + 1, x + 6, FLAGS_Y)
        else:
            app.key("x")  # once it is known where speech begins
            pause(0.3)
        return starts(saved("the fixed marker"))[2] != 34000

    app.wait_for(is_fixed, "the fixed marker", 20)
    fixed = project()
    check(starts(fixed)[0::3] == [0, 49000], f"a marker is fixed: {starts(fixed)}")
    wanted = [(c["start_ms"], c["title"]) for c in fixed["chapters"]]

    app.key("w")
    pause(1)
    choose(mp3, "ctrl+shift+o", click=(WIDTH - SIDE + 60, HEIGHT - 24 - 10 - 36 - 6 - 15))
    pause(1)
    look("planned")
    check(not in_file(mp3) and not in_file(m4a), "nothing is written before it was shown")

    def is_written():
        if hands == "mouse":
            app.xdo("mousemove", WIDTH - SIDE // 2, HEIGHT - 24 - 28, "click", 1)
        else:
            app.key("Return")
        pause(1)
        return all(agrees(in_file(path), wanted) for path in (m4a, mp3))

    app.wait_for(is_written, "the chapters in both files", 30)
    check(True, "ffprobe finds the chapters in both files")

    page = app.folder / "proof.html"
    def proof_is_there():
        choose(page, "ctrl+shift+p")
        return page.exists()
    app.wait_for(proof_is_there, "the proof", 20)
    look("proven")
    html = page.read_text(encoding="utf-8")
    check(all(path.name in html for path in (mp3, m4a)), "the proof is of both files")
    check(html.count("The audio is the same, byte for byte") == 2, "and says that the audio is the same")

    app.key("v")
    pause(1)
    app.key("Down", "Down")
    look("players")
    app.key("ctrl+e")
    pause(0.5)
    published = app.folder / "published"
    published.mkdir()
    choose(published, "ctrl+shift+e")
    app.wait_for(lambda: all((published / name).exists() for name in DESTINATIONS), "all destinations", 40)
    pause(0.5)
    look("published")
    found = json.loads((published / "episode.chapters.json").read_text(encoding="utf-8"))["chapters"]
    check(agrees([(round(c["startTime"] * 1000), c["title"]) for c in found], wanted), "the feed's document says the same")

    renders = app.folder / "renders"
    renders.mkdir()
    app.key("ctrl+shift+w")
    pause(0.3)
    choose(renders, "Return")
    render = renders / "render.mp3"
    shutil.copy(mp3, app.folder / "stripped.mp3")
    earmark("strip", app.folder / "stripped.mp3")
    os.rename(app.folder / "stripped.mp3", render)
    app.wait_for(lambda: agrees(in_file(render), wanted), "the chapters in the render", 30)
    pause(0.5)
    look("watched")
    check(True, "a render in the watched folder gets them by itself")
    app.key("Return")  # stops watching
    pause(1.2)
    app.key("Escape")

    kept = saved("the project")
    app.key("ctrl+q")
    app.wait_for(lambda: app.app.poll() is not None, "the end", 10)
    check(app.app.returncode == 0, "the app ends by itself")
    app.launch(app.project)
    pause(1.5)
    check(saved("the reopened project") == kept, "saved and reopened, the project is the same")
    check([(c["start_ms"], c["title"]) for c in kept["chapters"]] == wanted, "with the chapters that the files have")
finally:
    app.close()
