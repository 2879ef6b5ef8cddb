#!/usr/bin/env python3
"""Speed and memory of reading sound, beside FFmpeg decoding the same files on one thread.

    bench_sound.py BUILD_FOLDER [--rounds N] [--small]

Whole processes; medians of wall-clock and of processor time. Everything on one core is bound to it (taskset), FFmpeg too, since it
reads, decodes and converts in threads of its own otherwise."""
import argparse, pathlib, resource, statistics, subprocess, time

from measuring import BOOK, BOOK_SECONDS, media, peak_memory


def run(command, cores):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    subprocess.run(["taskset", "-c", cores, *map(str, command)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(command, cores, rounds):
    walls, cpus = zip(*(run(command, cores) for _ in range(rounds)))
    return statistics.median(walls), statistics.median(cpus)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--small", action="store_true", help="files of ten minutes, to try the bench itself")
    args = parser.parse_args()
    folder = args.build.resolve() / ("bench-sound-small" if args.small else "bench-sound")
    folder.mkdir(exist_ok=True)
    peaks = args.build.resolve() / "peaks_of"
    seconds, long = (600, 1200) if args.small else (6120, BOOK_SECONDS)
    cache = folder / "cache"

    for name, codec in [("episode.mp3", ["-c:a", "libmp3lame", "-b:a", "128k"]), ("episode.m4a", ["-c:a", "aac", "-b:a", "128k"])]:
        path = media(folder, name, seconds, codec)
        ffmpeg = measure(["ffmpeg", "-nostdin", "-threads", "1", "-i", path, "-f", "null", "-"], "0", args.rounds)
        one = measure([peaks, path, "1"], "0", args.rounds)
        two = measure([peaks, path, "2"], "0,1", args.rounds)
        run([peaks, path, "2", cache], "0,1")
        hit = measure([peaks, path, "2", cache], "0,1", args.rounds)
        print(f"{name}, {seconds / 60:.0f} minutes (wall, processor time)")
        for label, (wall, cpu) in [("ffmpeg -f null, one core", ffmpeg), ("peaks, one core", one), ("peaks, two cores", two), ("peaks, from the cache", hit)]:
            print(f"  {label:26} {wall:7.3f} s  {cpu:7.3f} s   {cpu / ffmpeg[1]:5.2f} x ffmpeg's processor time")

    path = media(folder, "book.mp3", long, BOOK)
    with_peaks, reading = (peak_memory([peaks, path, threads])[0] for threads in (2, 0))
    print(f"{long / 3600:.1f} hours of MP3: peak memory {with_peaks:.0f} MB with peaks, {reading:.0f} MB for reading alone")


main()
