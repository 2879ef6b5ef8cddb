#!/usr/bin/env python3
"""A back catalogue: `tag` over many files at once, beside the same writes one by one (a process for each file, as without a batch), beside
one worker in one process, and beside bare durable copies (copy, fsync, rename over the original), which show what the disk gives.

    bench_batch.py BUILD_FOLDER [--rounds N] [--small]

Whole processes, wall-clock medians, rounds taking turns; at once means as many workers as Earmark takes unless told. "Share" is the time of
the batch over the sum of the single writes divided by the cores, "share of one" the same against the one worker, for which starting costs
nothing: 1.00 is all that the cores can give, unless the disk gives less. A file that is no audio is among them; it must be reported and left alone.
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


def seconds_of_singles(command, folder, state):
    begin = time.perf_counter()
    for path in sorted(folder.glob("[0-9]*.mp3")):
        subprocess.run([str(c) for c in command + [path]], check=True, capture_output=True, env=os.environ | {"XDG_STATE_HOME": str(state)})
    return time.perf_counter() - begin


def copy_durably(path):
    part = path.with_suffix(".part")
    with open(path, "rb") as source, open(part, "wb") as copy:
        while os.sendfile(copy.fileno(), source.fileno(), None, 1 << 20):
            pass
        os.fsync(copy.fileno())
    part.rename(path)


def seconds_of_copies(folder, workers):
    begin = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
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
    files, state = work / "files", work / "state"
    ways = {"copies, one worker": lambda: seconds_of_copies(files, 1),
            "copies, at once": lambda: seconds_of_copies(files, 4 * cores),
            "earmark, a process each": lambda: seconds_of_singles(command, files, state),
            "earmark, one worker": lambda: seconds_of(command + ["-j", 1], files, state),
            "earmark, at once": lambda: seconds_of(command, files, state)}
    taken = {way: [] for way in ways}
    for _ in range(args.rounds):
        for way, measure in ways.items():
            fresh(files, media, count)
            taken[way].append(measure())

    for i in (0, count - 1):
        listed = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "chapter_tags=title", "-of", "csv=p=0", work / "files" / f"{i:03}.mp3"],
                                check=True, capture_output=True, text=True).stdout.split("\n")
        assert listed[:3] == ["Start", f"Part {i}", "End"], listed

    print(f"{count} files of {len(media) / 1e6:.1f} MB and one that is no audio, {cores} cores, median of {args.rounds}")
    median = {way: statistics.median(times) for way, times in taken.items()}
    for way, seconds in median.items():
        print(f"{way:24} {seconds:6.2f} s {1000 * seconds / count:6.1f} ms a file")
    at_once = median["earmark, at once"]
    print(f"share {at_once / (median['earmark, a process each'] / cores):.2f}, "
          f"share of one worker {at_once / (median['earmark, one worker'] / cores):.2f}, "
          f"of bare copies {median['copies, at once'] / (median['copies, one worker'] / cores):.2f}")
    shutil.rmtree(work)


main()
