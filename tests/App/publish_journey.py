#!/usr/bin/env python3
"""From a project to files that are proven, and to all destinations: publish_journey.py BUILD OUTLINE MP3 M4A mouse|keyboard"""
import json, os, shutil, sys
from driver import App, FLAGS_Y, HEIGHT, MARGIN, WIDTH, agree, check, in_file, made, pause

build, outline, mp3, m4a, hands = sys.argv[1:6]
SECONDS = 68.0  # of the audio
SIDE = 380  # the width of the write panel's form in a window of the driver's size
DESTINATIONS = ["episode.chapters.json", "episode.psc", "episode.youtube.txt", "episode.spotify.txt", "episode.apple.txt",
                "episode.notes.md", "episode.notes.html"]
app = App(build)


def choose(path, *keys, click=None):
    if not click or hands != "mouse":
        return app.choose(path, *keys)
    app.answer(path)
    app.xdo("mousemove", *click, "click", 1)
    pause(1)


def starts(document):
    return [c["start_ms"] for c in document["chapters"]]


try:
    mp3, m4a = app.own_copy(mp3), app.own_copy(m4a)
    (app.folder / "draft.txt").write_text("0:00 Draft\n0:30 Draft too\n")
    app.earmark("convert", app.folder / "draft.txt", "-o", app.folder / "draft.earmark")
    os.rename(app.folder / "draft.earmark", app.project)

    choose(app.project, "ctrl+o")
    pause(0.5)
    check(starts(app.saved("the opened project")) == [0, 30000], "a project is opened")
    app.copy(outline)

    def is_imported():
        app.key("ctrl+v")
        pause(0.5)
        app.look(f"{hands}-import")
        app.key("Return")
        pause(0.5)
        return starts(app.saved("the imported outline")) == [0, 16000, 34000, 49000]

    app.wait_for(is_imported, "the imported outline", 20)
    check(True, "an outline is imported")
    choose(m4a, "ctrl+o")
    pause(1.5)
    opened = app.saved("the project with audio")
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
        return starts(app.saved("the fixed marker"))[2] != 34000

    app.wait_for(is_fixed, "the fixed marker", 20)
    fixed = app.kept()
    check(starts(fixed)[0::3] == [0, 49000], f"a marker is fixed: {starts(fixed)}")
    wanted = [(c["start_ms"], c["title"]) for c in fixed["chapters"]]

    app.key("w")
    pause(1)
    choose(mp3, "ctrl+shift+o", click=(WIDTH - SIDE + 60, HEIGHT - 24 - 10 - 36 - 6 - 15))
    pause(1)
    app.look(f"{hands}-planned")
    check(not in_file(mp3) and not in_file(m4a), "nothing is written before it was shown")

    def is_written():
        if hands == "mouse":
            app.xdo("mousemove", WIDTH - SIDE // 2, HEIGHT - 24 - 28, "click", 1)
        else:
            app.key("Return")
        pause(1)
        return all(agree(in_file(path), wanted) for path in (m4a, mp3))

    app.wait_for(is_written, "the chapters in both files", 30)
    check(True, "ffprobe finds the chapters in both files")

    page = app.folder / "proof.html"
    def proof_is_there():
        choose(page, "ctrl+shift+p")
        return page.exists()
    app.wait_for(proof_is_there, "the proof", 20)
    app.look(f"{hands}-proven")
    html = page.read_text(encoding="utf-8")
    check(all(path.name in html for path in (mp3, m4a)), "the proof is of both files")
    check(html.count("The audio is the same, byte for byte") == 2, "and says that the audio is the same")

    app.key("v")
    pause(1)
    app.key("Down", "Down")
    app.look(f"{hands}-players")
    app.key("ctrl+e")
    pause(0.5)
    published = app.folder / "published"
    published.mkdir()
    choose(published, "ctrl+shift+e")
    app.wait_for(lambda: all((published / name).exists() for name in DESTINATIONS), "all destinations", 40)
    pause(0.5)
    app.look(f"{hands}-published")
    found = json.loads((published / "episode.chapters.json").read_text(encoding="utf-8"))["chapters"]
    check(agree([(round(c["startTime"] * 1000), c["title"]) for c in found], wanted), "the feed's document says the same")

    renders = app.folder / "renders"
    renders.mkdir()
    app.key("ctrl+shift+w")
    pause(0.3)
    choose(renders, "Return")
    render = renders / "render.mp3"
    shutil.copy(mp3, app.folder / "stripped.mp3")
    app.earmark("strip", app.folder / "stripped.mp3")
    os.rename(app.folder / "stripped.mp3", render)
    app.wait_for(lambda: agree(in_file(render), wanted), "the chapters in the render", 30)
    pause(0.5)
    app.look(f"{hands}-watched")
    check(True, "a render in the watched folder gets them by itself")
    app.key("Return")  # stops watching
    pause(1.2)
    app.key("Escape")

    kept = app.saved("the project")
    app.key("ctrl+q")
    app.wait_for(lambda: app.app.poll() is not None, "the end", 10)
    check(app.app.returncode == 0, "the app ends by itself")
    app.launch(app.project)
    pause(1.5)
    check(made(app.saved("the reopened project")) == made(kept), "saved and reopened, the project is the same")
    check([(c["start_ms"], c["title"]) for c in kept["chapters"]] == wanted, "with the chapters that the files have")
finally:
    app.close()
