#!/usr/bin/env python3
"""What the window costs: bench_window.py BUILD_FOLDER

Painting in JUCE's software renderer (WindowPaint.cpp), time from starting the app to a window on a display of its own (Xvfb), and
memory for 20 hours of audio."""
import json, os, pathlib, statistics, subprocess, sys, tempfile, time

LIMITS = {"playhead_ms": 2, "zoom_ms": 6}


def paint(build):
    print("| markers | playhead frame, ms | detail on zoom, ms | whole window, ms | memory, MB |\n| --- | --- | --- | --- | --- |")
    for markers in (16, 1000, 10000):
        out = subprocess.run([sys.executable, "-c", "import resource, subprocess, sys\n"
                              "out = subprocess.run(sys.argv[1:], check=True, capture_output=True, text=True).stdout\n"
                              "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, out)",
                              build / "bench/earmark_window_paint", str(markers)], check=True, capture_output=True, text=True).stdout
        memory, figures = out.split(" ", 1)
        figures = json.loads(figures)
        marks = {k: f"{figures[k]}{'' if figures[k] <= limit else ' (more than ' + str(limit) + ')'}" for k, limit in LIMITS.items()}
        print(f"| {markers} | {marks['playhead_ms']} | {marks['zoom_ms']} | {figures['whole_ms']} | {memory} |")


def cold_start(build, rounds=7):
    display = f":{20000 + os.getpid() % 10000}"
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"], stderr=subprocess.DEVNULL)
    times = []
    with tempfile.TemporaryDirectory(dir=build) as home:
        env = dict(os.environ, DISPLAY=display, HOME=home)
        while subprocess.run(["xwininfo", "-root"], env=env, capture_output=True).returncode:
            time.sleep(0.05)
        for _ in range(rounds):
            begin = time.perf_counter()
            app = subprocess.Popen([build / "earmark-app", "--settings", home + "/settings"], env=env, stderr=subprocess.DEVNULL)
            while not subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(app.pid)], env=env, capture_output=True, text=True).stdout:
                pass
            times.append(time.perf_counter() - begin)
            time.sleep(0.3)
            app.kill()
            app.wait()
    server.kill()
    print(f"\nfrom start to a window on the display: {statistics.median(times) * 1000:.0f} ms (median of {rounds}, with the cost of looking for it)")


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1]).resolve()
    paint(folder)
    cold_start(folder)
