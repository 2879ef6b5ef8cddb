#!/usr/bin/env python3
"""Speed and memory of reading sound, beside FFmpeg decoding the same files on one thread.

    bench_sound.py BUILD_FOLDER [--rounds N] [--small]

Whole processes; medians of wall-clock and of processor time. Everything on one core is bound to it (taskset), FFmpeg too, since it
reads, decodes and converts in threads of its own otherwise."""
import argparse, os, pathlib, resource, statistics, subprocess, sys, time


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


def peak_memory(command):
    script = ("import resource, subprocess, sys\nsubprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n"
              "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    return int(subprocess.run([sys.executable, "-c", script, *map(str, command)], check=True, capture_output=True, text=True).stdout) / 1024


def media(folder, name, seconds, codec):
    path = folder / name
    if not path.exists():
        print(f"making {name} ({seconds} s)", file=sys.stderr)
        part = folder / ("part-" + name)
        # An hour of changing sound, over and over: making twenty hours would take longer than reading them.
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "anoisesrc=d=600:c=pink:a=0.1:r=44100:seed=7,tremolo=f=0.3:d=0.9",
                        *codec, folder / ("piece-" + name)], check=True)
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-stream_loop", str(seconds // 600), "-i", folder / ("piece-" + name), "-t", str(seconds),
                        "-c", "copy", part], check=True)
        part.rename(path)
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--small", action="store_true", help="files of ten minutes, to try the bench itself")
    args = parser.parse_args()
    folder = args.build.resolve() / ("bench-sound-small" if args.small else "bench-sound")
    folder.mkdir(exist_ok=True)
    peaks = args.build.resolve() / "peaks_of"
    seconds, long = (600, 1200) if args.small else (6120, 72000)
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

    path = media(folder, "book.mp3", long, ["-c:a", "libmp3lame", "-b:a", "64k"])
    print(f"{long / 3600:.1f} hours of MP3: peak memory {peak_memory([peaks, path, '2']):.0f} MB with peaks, {peak_memory([peaks, path, '0']):.0f} MB for reading alone")


main()
