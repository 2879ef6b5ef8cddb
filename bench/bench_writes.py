#!/usr/bin/env python3
"""Speed and memory of `earmark tag`, side by side with copies and rivals on the same files in one run.

    bench_writes.py BUILD_FOLDER [--rounds N] [--small]

Whole processes, wall-clock medians. The file is put back before every round and the disk is idle (sync) when a round begins.
`durable copy` is the plain safe way to replace a file: dd conv=fsync, then mv.
"""
import argparse, json, os, pathlib, resource, shutil, statistics, subprocess, sys, time

HERE = pathlib.Path(__file__).resolve().parent
TITLES = ["Welcome aboard", "Tide tables — how a page beats a forecast", "The storm glass", "Night watch at Gull Point",
          "Letters from the lighthouse", "A harbour in winter", "Fog signals, past and present", "The map that lied",
          "Ropes and knots", "The last keeper", "A boat called Patience", "Listener mail", "Wrecks of the outer bank",
          "What the radar missed", "Songs for hauling", "Goodnight, harbour"]


def run(*command, **kwargs):
    return subprocess.run([str(c) for c in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **kwargs)


def make_media(folder, small):
    """An hour and three quarters of quiet noise as MP3 and M4A, near 98 and 108 MB; a long M4B near 600 MB."""
    seconds, book = (60, 120) if small else (6120, 36000)
    noise = f"anoisesrc=d={{}}:c=pink:a=0.1:r=44100:seed=7"
    media = {}
    for name, length, codec in [("mp3", seconds, ["-c:a", "libmp3lame", "-b:a", "128k"]),
                                ("m4a front", seconds, ["-c:a", "aac", "-b:a", "140k", "-movflags", "+faststart"]),
                                ("m4a last", seconds, ["-c:a", "aac", "-b:a", "140k"]),
                                ("m4b", book, ["-c:a", "aac", "-b:a", "134k", "-movflags", "+faststart"])]:
        path = folder / (name.replace(" ", "-") + ("" if name.endswith("mp3") else ".m4a" if "m4a" in name else ".m4b"))
        path = path.with_suffix(".mp3") if name == "mp3" else path
        if not path.exists():
            print(f"making {path.name} ({length} s)", file=sys.stderr)
            part = path.with_name("part-" + path.name)
            run("ffmpeg", "-y", "-f", "lavfi", "-i", noise.format(length), *codec, "-f", "mp3" if name == "mp3" else "ipod", part)
            part.rename(path)
        media[name] = path
    return media


def chapters(seconds):
    step = seconds * 1000 // len(TITLES)
    return [(i * step, (i + 1) * step, t) for i, t in enumerate(TITLES)]


def write_inputs(folder, seconds):
    rows = chapters(seconds)
    clock = lambda ms: f"{ms // 3600000}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"
    (folder / "outline.txt").write_text("".join(f"{clock(a)} {t}\n" for a, _, t in rows), encoding="utf-8")
    (folder / "chapters.tsv").write_text("".join(f"{a}\t{b}\t{t}\n" for a, b, t in rows), encoding="utf-8")
    (folder / "chapters.ffmeta").write_text(";FFMETADATA1\n" + "".join(
        f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={a}\nEND={b}\ntitle={t}\n" for a, b, t in rows), encoding="utf-8")


def measure_by_turns(commands, prepare, rounds):
    """The median of each: one after the other in every round, so that what the disk does meanwhile befalls all of them."""
    times = [[] for _ in commands]
    for _ in range(rounds):
        for command, taken in zip(commands, times):
            prepare()
            begin = time.perf_counter()
            run(*command)
            taken.append(time.perf_counter() - begin)
    return [statistics.median(taken) for taken in times]


def measure(command, prepare, rounds):
    return measure_by_turns([command], prepare, rounds)[0]


def durable_copy(work):
    return ["sh", "-c", f"dd if={work} of={work}.new bs=1M conv=fsync && mv {work}.new {work}"]


def peak_memory(command, prepare):
    prepare()
    out = subprocess.run([sys.executable, "-c",
                          "import resource, subprocess, sys\n"
                          "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
                          "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)", *map(str, command)],
                         check=True, capture_output=True, text=True)
    return int(out.stdout) / 1024


def competitors(build, folder, work, is_mp3):
    tool = lambda name: shutil.which(name)
    rivals = {
        "cp": ["cp", work, folder / "copy"],
        "durable copy": durable_copy(work),
        "earmark": [build / "earmark", "tag", work, "--outline", folder / "outline.txt"],
        "TagLib in place": [build / "taglib_in_place", work, folder / "chapters.tsv"],
        "ffmpeg -c copy": ["ffmpeg", "-y", "-i", work, "-i", folder / "chapters.ffmeta", "-map", "0:a", "-map_chapters", "1", "-c", "copy",
                           *([] if is_mp3 else ["-movflags", "+faststart"]), folder / ("out" + work.suffix)],
    }
    if is_mp3:
        rivals["mutagen"] = [sys.executable, HERE / "write_chapters.py", "mutagen", work, folder / "chapters.tsv"]
        rivals["eyeD3"] = [sys.executable, HERE / "write_chapters.py", "eyed3", work, folder / "chapters.tsv"]
    if tool("kid3-cli"):
        rivals["kid3-cli (tag only)"] = ["kid3-cli", "-c", "set title Bench", work]
    if tool("AtomicParsley") and not is_mp3:
        rivals["AtomicParsley (tag only)"] = ["AtomicParsley", work, "--title", "Bench", "--overWrite"]
    return rivals


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--small", action="store_true", help="files of a minute, to try the bench itself")
    args = parser.parse_args()
    build = args.build.resolve()
    folder = build / ("bench-small" if args.small else "bench")
    folder.mkdir(exist_ok=True)
    os.environ["XDG_STATE_HOME"] = str(folder / "state")  # where the headers that were replaced are kept
    media = make_media(folder, args.small)

    versions = {name: subprocess.run(command, capture_output=True, text=True).stdout.strip().split("\n")[0]
                for name, command in {"earmark": [build / "earmark", "--version"], "ffmpeg": ["ffmpeg", "-version"],
                                      "kernel": ["uname", "-sr"]}.items()}
    packages = pathlib.Path("/etc/earmark-packages")
    if packages.exists():
        wanted = {"libtag2", "python3-mutagen", "eyed3", "kid3-cli", "atomicparsley"}
        versions |= dict(line.split() for line in packages.read_text().splitlines() if line.split()[0] in wanted)
    print("  ".join(f"{k} {v}" for k, v in versions.items()))

    for name, original in media.items():
        seconds = float(subprocess.run(["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", original],
                                       capture_output=True, text=True, check=True).stdout)
        write_inputs(folder, int(seconds))
        work = folder / ("work" + original.suffix)

        def prepare():
            shutil.copyfile(original, work)
            os.sync()

        rivals = competitors(build, folder, work, name == "mp3")
        results = {rival: measure(command, prepare, args.rounds) for rival, command in rivals.items()}
        memory = peak_memory(rivals["earmark"], prepare)

        tagged = lambda: None
        prepare()
        run(*rivals["earmark"])
        results["earmark, again"] = measure(rivals["earmark"], tagged, args.rounds)
        results["earmark show"] = measure([build / "earmark", "show", work], tagged, args.rounds)
        results["earmark --version"] = measure([build / "earmark", "--version"], tagged, args.rounds)

        durable = results["durable copy"]
        print(f"\n{name}: {original.stat().st_size / 1e6:.0f} MB, {args.rounds} rounds, earmark's peak memory {memory:.0f} MB")
        for rival, value in sorted(results.items(), key=lambda r: r[1]):
            print(f"  {rival:26} {value * 1000:9.1f} ms   {value / durable:6.2f} x durable copy   {value / results['earmark']:6.2f} x earmark")
        for leftover in folder.glob("copy"), folder.glob("out.*"), folder.glob("work*"):
            for path in leftover:
                path.unlink()


if __name__ == "__main__":
    main()
