#!/usr/bin/env python3
"""Kills a write at random moments: the file must be the old one or the new one, byte for byte, and the next write must leave
nothing beside it.

    kill_writes.py BUILD_FOLDER [--kills N] [--megabytes N] [--rival] [--only NAME]...

Cases: each container, M4A with moov in front and last; first write and re-write of each. WAV and AIFF are three times as large.
--rival runs TagLib's in-place writer (taglib_in_place) through the same and prints its tally, without judging it. --only takes the
beginning of a case's name, such as FLAC. Exit status 1 when Earmark left anything else than old or new.
"""
import argparse, hashlib, os, pathlib, random, shutil, signal, subprocess, sys, time


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "blake2b").digest()


def quiet(command):
    subprocess.run([str(c) for c in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def clock(ms):
    return f"{ms // 3600000}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02}"


def make_media(folder, megabytes):
    seconds = int(megabytes * 1e6 / 16000)
    noise = ["-f", "lavfi", "-i", f"anoisesrc=d={seconds}:c=pink:a=0.1:r=44100:seed=3"]
    media = {"MP3": (folder / "audio.mp3", ["-c:a", "libmp3lame", "-b:a", "128k"]),
             "M4A, moov in front": (folder / "front.m4a", ["-c:a", "aac", "-b:a", "128k", "-movflags", "+faststart"]),
             "M4A, moov last": (folder / "last.m4a", ["-c:a", "aac", "-b:a", "128k"]),
             "AAC": (folder / "audio.aac", ["-c:a", "aac", "-b:a", "128k"]),
             "WAV": (folder / "audio.wav", ["-ar", "24000"]),
             "RF64": (folder / "large.wav", ["-ar", "24000", "-rf64", "always"]),
             "AIFF": (folder / "audio.aiff", ["-ar", "24000"]),
             "FLAC": (folder / "audio.flac", ["-ar", "16000"]),
             "Ogg Vorbis": (folder / "audio.ogg", ["-c:a", "libvorbis", "-b:a", "128k"]),
             "Opus": (folder / "audio.opus", ["-c:a", "libopus", "-b:a", "128k", "-ar", "48000"]),
             "Matroska": (folder / "audio.mka", ["-c:a", "libopus", "-b:a", "128k", "-ar", "48000"])}
    for path, codec in media.values():
        if not path.exists():
            quiet(["ffmpeg", "-y", *noise, *codec, path])
    return {name: path for name, (path, _) in media.items()}, seconds


def write_lists(folder, name, count, seconds):
    rows = [(i * seconds * 1000 // count, (i + 1) * seconds * 1000 // count, f"{name} {i + 1}") for i in range(count)]
    outline, table = folder / f"{name}.txt", folder / f"{name}.tsv"
    outline.write_text("".join(f"{clock(a)} {t}\n" for a, _, t in rows))
    table.write_text("".join(f"{a // 1000 * 1000}\t{b // 1000 * 1000}\t{t}\n" for a, b, t in rows))
    return outline, table


class Writer:
    def __init__(self, name, command, judged):
        self.name, self.command, self.judged = name, command, judged


def run_case(writer, old, chapters, kills, arena, rng):
    """old: the file before; returns tallies."""
    work = arena / ("work" + old.suffix)
    command = [str(c) for c in writer.command(work, chapters)]

    def reset():
        for path in arena.iterdir():
            path.unlink()
        shutil.copyfile(old, work)

    durations = []
    for _ in range(3):
        reset()
        begin = time.perf_counter()
        quiet(command)
        durations.append(time.perf_counter() - begin)
    new = digest(work)
    before = digest(old)
    longest = max(durations) * 1.1
    tally = {"old": 0, "new": 0, "broken": 0, "left behind": 0, "not swept": 0}

    reset()
    stamp = os.stat(work)
    for _ in range(kills):
        now = os.stat(work)
        if (now.st_ino, now.st_mtime_ns, now.st_size) != (stamp.st_ino, stamp.st_mtime_ns, stamp.st_size):
            reset()
            stamp = os.stat(work)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(rng.uniform(0, longest))
        process.send_signal(signal.SIGKILL)
        process.wait()

        now = os.stat(work)
        if (now.st_ino, now.st_mtime_ns, now.st_size) == (stamp.st_ino, stamp.st_mtime_ns, stamp.st_size):
            tally["old"] += 1
        else:
            found = digest(work)
            tally["old" if found == before else "new" if found == new else "broken"] += 1
        if len(list(arena.iterdir())) > 1:
            tally["left behind"] += 1
            if writer.judged:
                shutil.copyfile(old, work)
                quiet(command)
                tally["not swept"] += len(list(arena.iterdir())) > 1
    return tally


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--megabytes", type=float, default=8)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--rival", action="store_true")
    parser.add_argument("--only", action="append")
    args = parser.parse_args()
    build = args.build.resolve()
    seed = args.seed if args.seed is not None else random.randrange(1 << 30)
    rng = random.Random(seed)
    folder = build / f"kill-{args.megabytes:g}MB"
    arena = folder / "arena"
    arena.mkdir(parents=True, exist_ok=True)
    for path in arena.iterdir():
        path.unlink()

    media, seconds = make_media(folder, args.megabytes)
    first, again = write_lists(folder, "First", 12, seconds), write_lists(folder, "Another", 40, seconds)
    earmark = Writer("earmark", lambda work, lists: [build / "earmark", "tag", work, "--outline", lists[0]], True)
    writers = [earmark]
    if args.rival:
        writers.append(Writer("TagLib in place", lambda work, lists: [build / "taglib_in_place", work, lists[1]], False))

    print(f"{args.kills} kills each, seed {seed}")
    print(f"{'case':34} {'writer':16} {'old':>6} {'new':>6} {'broken':>7} {'left behind':>12} {'not swept':>10}")
    failed = False
    for name, path in media.items():
        if args.only and not name.startswith(tuple(args.only)):
            continue
        tagged = folder / ("tagged-" + path.name)
        shutil.copyfile(path, tagged)
        quiet(earmark.command(tagged, first))
        for kind, old, lists in ((f"{name}, first write", path, first), (f"{name}, re-write", tagged, again)):
            for writer in writers if path.suffix in (".mp3", ".m4a") else [earmark]:
                tally = run_case(writer, old, lists, args.kills, arena, rng)
                print(f"{kind:34} {writer.name:16} {tally['old']:6} {tally['new']:6} {tally['broken']:7} {tally['left behind']:12} {tally['not swept']:10}", flush=True)
                failed = failed or (writer.judged and (tally["broken"] or tally["not swept"]))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
