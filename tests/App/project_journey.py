#!/usr/bin/env python3
"""A project with audio: saved, opened again, changed, its audio lost and found: project_journey.py BUILD OUTLINE MEDIA"""
import pathlib, shutil, sys
from driver import App, check, made, pause

build, outline, media = sys.argv[1:4]
app = App(build)
media = pathlib.Path(shutil.copy(media, app.folder / "episode.m4a"))


def again(*arguments):
    """A clean end, which needs no question, and another start."""
    app.key("ctrl+q")
    app.wait_for(lambda: app.app.poll() is not None, "the end", 10)
    check(app.app.returncode == 0, "it ended by itself")
    app.launch(*arguments)
    pause(1.2)


def title():
    return app.xdo("getwindowname", app.window).strip()


try:
    again("--project", app.project, media, "--outline", outline)
    app.wait_for(lambda: "*" in title(), "the star of unsaved changes", 10)
    pause(1.5)  # until all of the audio is read, which tells its exact length
    first = app.saved("the project")
    check([c["start_ms"] for c in first["chapters"]] == [0, 16000, 34000, 49000], "the outline is in the project")
    check(first["audio"]["path"] == "episode.m4a", "with its audio, by the way to it from there")
    check(title().startswith("project") and "*" not in title(), f"the title tells the project and no changes: {title()}")

    again(app.project)  # as a double click on it would
    check(title().startswith("project"), "it opens by its name alone")
    check(made(app.saved("the same project")) == made(first), "reopened and saved it is the same")

    app.key("Down", "greater")
    check("*" in title(), "a change has its star")
    app.key("ctrl+q", "Escape")
    check(app.app.poll() is None, "closing is given up by Escape")
    app.key("ctrl+q", "Return")
    app.wait_for(lambda: app.app.poll() is not None, "the end", 10)
    changed = app.kept()
    check(changed["chapters"][1]["start_ms"] == 16100 or changed["chapters"][0]["start_ms"] == 100, "what was to be saved is saved")
    check(app.left_behind() == [], "nothing is left to recover")

    # The audio goes elsewhere: asked about, and saving keeps all.
    media.rename(app.folder / "gone.m4a")
    app.launch(app.project)
    pause(1)
    app.picture(app.folder / "missing.png")
    app.key("Escape")
    check({**app.saved("the project without audio"), "audio": None} == {**changed, "audio": None}, "without its audio a project is whole")
    (app.folder / "gone.m4a").rename(media)
    again(app.project)
    check(app.saved("the project with audio")["audio"]["path"] == "episode.m4a", "and the audio is there again when it is back")

    # A damaged project harms nothing, and is not written over.
    app.key("ctrl+q")
    app.wait_for(lambda: app.app.poll() is not None, "the end", 10)
    app.project.write_text('{"earmark": 3, "chapters": []}', encoding="utf-8")
    app.launch("--project", app.project)
    pause(0.5)
    app.key("i", "ctrl+s", "Escape")
    pause(0.5)
    check(app.kept() == {"earmark": 3, "chapters": []}, "one of a newer Earmark is left as it is")
finally:
    app.close()
