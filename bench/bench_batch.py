#!/usr/bin/env python3
"""A back catalogue: `tag` over many files at once, beside the same writes one after another.

    bench_batch.py BUILD_FOLDER [--rounds N] [--small]

Whole processes, wall-clock medians, rounds taking turns. "share" is the time at once over the sum of the single writes divided by the
cores: 1.00 is all that the cores can give. A file that is no audio is among them; it must be reported and be left alone.
"""
import argparse, os, pathlib, shutil, statistics, subprocess, sys, time


def fresh(folder, media, count):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for i in range(count):
        (folder / f"{i:03}.mp3").write_bytes(media)
    (folder / "poison.mp3").write_bytes(b"poison")
    os.sync()


def seconds_of(command, folder, state):
    begin = time.perf_counter()
    ran = subprocess.run([str(c) for c in command + sorted(folder.glob("*.mp3"))], capture_output=True, text=True,
                         env=os.environ | {"XDG_STATE_HOME": str(state)})
    took = time.perf_counter() - begin
    assert ran.returncode == 1 and "poison.mp3" in ran.stderr, ran.stderr
    assert (folder / "poison.mp3").read_bytes() == b"poison"
    return took


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("build", type=pathlib.Path)
    ap.add_argument("--rounds", type=int, default=5)
    ap.add_argument("--small", action="store_true", help="30 files instead of 300")
    args = ap.parse_args()
    count = 30 if args.small else 300
    cores = len(os.sched_getaffinity(0))
    work = args.build / "bench" / "batch"
    shutil.rmtree(work, ignore_errors=True)
    (work / "outlines").mkdir(parents=True)
    subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=440:r=44100", "-t", "300", "-b:a", "128k", work / "a.mp3"], check=True)
    media = (work / "a.mp3").read_bytes()
    for i in range(count):
        (work / "outlines" / f"{i:03}.txt").write_text(f"0:00 Start\n1:30 Part {i}\n4:00 End\n")

    command = [args.build / "earmark", "tag", "--outlines", work / "outlines"]
    times = {1: [], cores: []}
    for _ in range(args.rounds):
        for jobs, taken in times.items():
            fresh(work / "files", media, count)
            taken.append(seconds_of(command + ["-j", jobs], work / "files", work / "state"))

    for i in (0, count - 1):
        listed = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "chapter_tags=title", "-of", "csv=p=0", work / "files" / f"{i:03}.mp3"],
                                check=True, capture_output=True, text=True).stdout.split("\n")
        assert listed[:3] == ["Start", f"Part {i}", "End"], listed

    one, all_cores = statistics.median(times[1]), statistics.median(times[cores])
    print(f"{count} files of {len(media) / 1e6:.1f} MB and one that is no audio, {cores} cores, median of {args.rounds}")
    print(f"one after another {one:6.2f} s   {1000 * one / count:6.1f} ms a file")
    print(f"at once           {all_cores:6.2f} s   {1000 * all_cores / count:6.1f} ms a file   share {all_cores / (one / cores):.2f}")
    shutil.rmtree(work)


main()
