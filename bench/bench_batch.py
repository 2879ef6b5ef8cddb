#!/usr/bin/env python3
"""A back catalogue: `tag` over many files at once, beside the same writes one after another, and beside bare durable copies (copy,
fsync, rename over the original), which show what the disk gives.

    bench_batch.py BUILD_FOLDER [--rounds N] [--small]

Whole processes, wall-clock medians, rounds taking turns. "share" is the time at once over the sum of the single writes divided by the
cores: 1.00 is all that the cores can give, unless the disk gives less. A file that is no audio is among them; it must be reported and be left alone.
"""
import argparse, concurrent.futures, os, pathlib, shutil, statistics, subprocess, time


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


def copy_durably(path):
    part = path.with_suffix(".part")
    with open(path, "rb") as source, open(part, "wb") as copy:
        while os.sendfile(copy.fileno(), source.fileno(), None, 1 << 20):
            pass
        os.fsync(copy.fileno())
    part.rename(path)


def seconds_of_copies(folder, jobs):
    begin = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        list(pool.map(copy_durably, sorted(folder.glob("*.mp3"))))
    return time.perf_counter() - begin


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
    times = {who: {1: [], cores: []} for who in ("copies", "earmark")}
    for _ in range(args.rounds):
        for jobs in times["earmark"]:
            fresh(work / "files", media, count)
            times["copies"][jobs].append(seconds_of_copies(work / "files", jobs))
            fresh(work / "files", media, count)
            times["earmark"][jobs].append(seconds_of(command + ["-j", jobs], work / "files", work / "state"))

    for i in (0, count - 1):
        listed = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "chapter_tags=title", "-of", "csv=p=0", work / "files" / f"{i:03}.mp3"],
                                check=True, capture_output=True, text=True).stdout.split("\n")
        assert listed[:3] == ["Start", f"Part {i}", "End"], listed

    print(f"{count} files of {len(media) / 1e6:.1f} MB and one that is no audio, {cores} cores, median of {args.rounds}")
    print(f"{'':8} {'one after another':>17} {'a file':>8} {'at once':>8} {'a file':>8} {'share':>6}")
    for who, taken in times.items():
        one, at_once = (statistics.median(taken[jobs]) for jobs in (1, cores))
        print(f"{who:8} {one:15.2f} s {1000 * one / count:5.1f} ms {at_once:6.2f} s {1000 * at_once / count:5.1f} ms {at_once / (one / cores):6.2f}")
    shutil.rmtree(work)


main()
