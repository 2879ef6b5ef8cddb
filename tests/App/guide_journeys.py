#!/usr/bin/env python3
"""The journeys of the user guide, step for step, none more and none less: guide_journeys.py BUILD GUIDE OUTLINE MP3 M4A [VST3 LV2]

Two in the app, the third in the plug-in's window in Ardour. Where there is no Ardour, or no plug-in that it can load, that one is left out
and said so.
"""
import pathlib, re, subprocess, sys
import live_journey
from driver import App, HEIGHT, WIDTH, agree, check, in_file, pause

build, guide, outline, mp3, m4a = sys.argv[1:6]
guide = pathlib.Path(guide).read_text(encoding="utf-8")
TITLES = ["Welcome to the harbour: what a light is for", "Tide tables: how a page of numbers beats a forecast",
          "The storm glass: a barometer that may be nonsense", "Night watch: the last keeper of Gull Point remembers"]


def go(heading, steps, look):
    """Each step of the guide under this heading is one function."""
    section = guide.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    listed = [int(n) for n in re.findall(r"^(\d+)\. ", section, flags=re.M)]
    check(listed == list(range(1, len(steps) + 1)), f"the guide has {len(steps)} steps to '{heading}'")
    for number, step in enumerate(steps, 1):
        step()
        look(f"{heading.split()[1]}-{number}")
        check(True, f"step {number}: {step.__doc__}")


def podcast():
    audio, other = app.own_copy(mp3, "episode.mp3"), app.own_copy(m4a, "episode.m4a")

    def opened():
        """the audio is opened"""
        app.choose(audio, "ctrl+o")
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
        app.choose(other, "ctrl+shift+o")
        app.key("Return")
        for path in (audio, other):
            app.wait_for(lambda: [t for _, t in in_file(path)] == TITLES, f"the chapters in {path.name}", 30)

    def kept():
        """the project is saved"""
        starts = app.starts()
        check(starts[:2] == [0, 16000] and 34000 < starts[2] < 34600 and starts[3] == 49020, f"with what the review made of it: {starts}")
        for path in (audio, other):
            check(agree(in_file(path), list(zip(starts, TITLES))), f"as {path.name} has it")

    go("A podcast with an outline and a finished MP3", [opened, pasted, reviewed, written, kept], app.look)


def audiobook():
    book = app.own_copy(m4a, "book.m4b")
    app.earmark("tag", book, "--outline", outline)
    picture = app.folder / "cover.png"
    subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=size=640x400", "-frames:v", "1", picture], check=True)

    def opened():
        """the book's own chapters come with it, and a title is edited in place"""
        app.choose(book, "ctrl+o")
        pause(1.5)
        check(app.starts() == [0, 16000, 34000, 49000], "the book's chapters")
        app.key("Down", "Down", "e", "ctrl+a")
        app.type("Tides")
        app.key("Return")
        check([c["title"] for c in app.chapters()][1] == "Tides", "the second has another title")

    def slid():
        """all titles slide by one, and back"""
        app.key("ctrl+a", "alt+Down")
        check([c["title"] for c in app.chapters()][2] == "Tides", "the third has its title")
        app.key("ctrl+z")

    def placed():
        """titles alone are placed at the pauses, and that is taken back"""
        titles = app.folder / "titles.txt"
        titles.write_text("\n".join(TITLES), encoding="utf-8")
        before = app.starts()
        app.copy(titles)
        app.key("ctrl+v")
        pause(0.5)
        app.key("Return")
        pause(0.8)
        app.key("Return")
        pause(0.5)
        chapters = app.chapters()
        starts = [c["start_ms"] for c in chapters]
        check([c["title"] for c in chapters] == TITLES and starts[0] == 0 and all(b - a > 1000 for a, b in zip(starts, starts[1:])), f"each has a place of its own: {starts}")
        app.key("ctrl+z", "ctrl+z")
        check(app.starts() == before, "what was there before is there again")

    def snapped():
        """all are snapped, after a look at the moves"""
        app.key("ctrl+shift+x")
        pause(1.5)
        app.key("Return")
        pause(0.5)
        starts = app.starts()
        check(starts[0] == 0 and all(0 < s - w < 700 for s, w in zip(starts[1:], [16000, 34000, 49000])), f"each begins where speech does: {starts}")

    def renamed():
        """all are numbered, and keep their names"""
        names = [c["title"] for c in app.chapters()]
        app.key("Escape", "Escape", "ctrl+shift+n")
        pause(0.5)
        app.key("ctrl+a")
        app.type("Chapter {n}: {name}")
        pause(0.5)
        app.key("Return", "Return")  # ends the typing, then applies
        pause(0.5)
        check([c["title"] for c in app.chapters()] == [f"Chapter {i}: {name}" for i, name in enumerate(names, 1)], "each has its number")

    def pictured():
        """a picture comes to a chapter, square"""
        app.key("Home", "Down")
        app.xdo("mousemove", WIDTH - 150, 650, *["click", 5] * 30)
        pause(0.5)
        app.answer(picture)
        app.xdo("mousemove", *CHOOSE_PICTURE, "click", 1)
        pause(1)
        check(any(c.get("image") for c in app.chapters()), "a chapter has a picture")

    def written():
        """chapters and picture are in the book"""
        wanted = [(c["start_ms"], c["title"]) for c in app.chapters()]
        app.key("Escape", "w")
        pause(1.2)
        app.key("Return")
        app.wait_for(lambda: agree(in_file(book), wanted), "the moved chapters", 30)
        probe = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", book], check=True, capture_output=True, text=True)
        check("mjpeg" in probe.stdout.split(), "and a track of pictures")

    go("An audiobook of ten hours", [opened, slid, placed, snapped, renamed, pictured, written], app.look)


# In the inspector, scrolled to its end, of a window of the driver's size.
CHOOSE_PICTURE = (WIDTH - 175, HEIGHT - 238)

for journey in podcast, audiobook:
    app = App(build)
    try:
        journey()
    finally:
        app.close()

bundles = [pathlib.Path(each).resolve() for each in sys.argv[6:8]]
if not bundles:
    print("left out: the journey in a workstation, which does not load what a sanitizer watches")
elif not live_journey.is_missing():
    live_journey.live(pathlib.Path(build).resolve(), *bundles, go)
