#!/usr/bin/env python3
"""What the window costs: bench_window.py BUILD_FOLDER [--small]

Painting in JUCE's software renderer (WindowPaint.cpp), time from starting the app until it has painted, on a display of its own
(Xvfb), and the app's memory with 20 hours of MP3 open and their waveform made (--small: 20 minutes, to try the bench itself)."""
import json, pathlib, statistics, subprocess, sys, time

from measuring import BOOK, BOOK_SECONDS, display, media, peak_memory

LIMITS = {"playhead_ms": 2, "zoom_ms": 6}


def paint(build):
    print("| markers | playhead frame, ms | detail on zoom, ms | whole window, ms | memory, MB |\n| --- | --- | --- | --- | --- |")
    for markers in (16, 1000, 10000):
        memory, out = peak_memory([build / "bench/earmark_window_paint", markers])
        figures = json.loads(out)
        marks = {k: f"{figures[k]}{'' if figures[k] <= limit else ' (more than ' + str(limit) + ')'}" for k, limit in LIMITS.items()}
        print(f"| {markers} | {marks['playhead_ms']} | {marks['zoom_ms']} | {figures['whole_ms']} | {memory:.0f} |")


def first_paint(build, screen, rounds=9):
    """From the start of the process until something of the window is on the screen."""
    times = []
    for _ in range(rounds):
        time.sleep(0.3)  # the last one is gone from the screen
        before = screen.rows()
        begin = time.perf_counter()
        app = subprocess.Popen([build / "earmark-app", "--settings", screen.folder / "settings"], env=screen.env, stderr=subprocess.DEVNULL)
        while screen.rows() == before:
            if app.poll() is not None or time.perf_counter() - begin > 60:
                sys.exit("the app has painted nothing")
            time.sleep(0.0005)
        times.append((time.perf_counter() - begin) * 1000)
        app.kill()
        app.wait()
    print(f"\nfrom start to first paint: {statistics.median(times):.0f} ms (median of {rounds}, {min(times):.0f} to {max(times):.0f}; "
          "the program's files in memory)")


def book_memory(build, screen, small):
    folder = build / ("bench-sound-small" if small else "bench-sound")
    folder.mkdir(exist_ok=True)
    seconds = 1200 if small else BOOK_SECONDS
    path = media(folder, "book.mp3", seconds, BOOK)
    picture = screen.folder / "window.png"
    app = [build / "earmark-app", "--settings", screen.folder / "settings", "--screenshot", picture]
    empty, _ = peak_memory(app, screen.env)
    full, _ = peak_memory([*app, path], screen.env)
    if not picture.exists():
        sys.exit("the app has not opened the book")
    print(f"the app's memory at most: {empty:.0f} MB empty, {full:.0f} MB with {seconds / 3600:.1f} hours of MP3 open and their waveform made")


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1]).resolve()
    paint(folder)
    with display(folder) as screen:
        first_paint(folder, screen)
        book_memory(folder, screen, "--small" in sys.argv[2:])
