#!/usr/bin/env python3
"""Throughput of reading chapter documents of a million lines, beside `wc -l` and a plain Python parser of the same format.

    bench_formats.py BUILD_FOLDER [--rounds N] [--small]

Whole processes, wall-clock medians, in MB/s; the time for a tenth of the lines shows whether it grows in step with them.
"""
import argparse, pathlib, re, statistics, subprocess, sys, time

TITLE = "The gauge at Gull Point, part {}"


def clock(s):
    return f"{s // 3600}:{s // 60 % 60:02}:{s % 60:02}" if s >= 3600 else f"{s // 60}:{s % 60:02}"


FORMATS = {
    "timestamps": lambda i: f"{clock(i)} {TITLE.format(i)}\n",
    "audacity": lambda i: f"{i}.000000\t{i + 1}.000000\t{TITLE.format(i)}\n",
}


def parse_timestamps(path):
    line = re.compile(r"\s*(?:(\d+):)?(\d+):(\d\d)\s+(.*)")
    found = []
    with open(path, encoding="utf-8") as lines:
        for text in lines:
            if m := line.match(text):
                found.append(((int(m[1] or 0) * 60 + int(m[2])) * 60 + int(m[3]), m[4].strip()))
    return found


def parse_audacity(path):
    found = []
    with open(path, encoding="utf-8") as lines:
        for text in lines:
            start, end, title = text.rstrip("\n").split("\t", 2)
            found.append((float(start), float(end), title))
    return found


def median_seconds(command, rounds):
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        subprocess.run([str(c) for c in command], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def main():
    if sys.argv[1:2] == ["--parse"]:
        print(len({"timestamps": parse_timestamps, "audacity": parse_audacity}[sys.argv[2]](sys.argv[3])))
        return
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("build", type=pathlib.Path)
    ap.add_argument("--rounds", type=int, default=5)
    ap.add_argument("--small", action="store_true", help="a tenth of the lines")
    args = ap.parse_args()
    lines = 100_000 if args.small else 1_000_000
    folder = args.build / "bench"
    folder.mkdir(exist_ok=True)
    reader = args.build / "read_document"

    print(f"{'format':12} {'lines':>9} {'MB':>6} {'earmark':>9} {'wc -l':>9} {'Python':>9}   MB/s; a tenth of the lines takes")
    for name, line in FORMATS.items():
        paths = {}
        for n in (lines // 10, lines):
            paths[n] = folder / f"{name}-{n}.txt"
            with open(paths[n], "w", encoding="utf-8") as out:
                out.writelines(line(i) for i in range(n))
        size = paths[lines].stat().st_size / 1e6
        answer = subprocess.run([str(reader), str(paths[lines])], check=True, capture_output=True, text=True).stdout
        assert answer == f"{lines} {name}\n", answer
        ours = median_seconds([reader, paths[lines]], args.rounds)
        tenth = median_seconds([reader, paths[lines // 10]], args.rounds)
        wc = median_seconds(["wc", "-l", paths[lines]], args.rounds)
        python = median_seconds([sys.executable, __file__, "--parse", name, paths[lines]], args.rounds)
        print(f"{name:12} {lines:9} {size:6.1f} {size / ours:9.1f} {size / wc:9.1f} {size / python:9.1f}   {tenth / ours:.2f} of the time")


main()
