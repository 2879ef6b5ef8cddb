#!/usr/bin/env python3
"""`earmark tag` in every container, at about 100 MB each, beside a durable copy and ffmpeg -c copy; and MP3 and M4A with a picture of
100 KB in each of 16 chapters.

    bench_containers.py BUILD_FOLDER [--rounds N] [--small] [--folder DIR] [--only ROW...]

Measured as in bench_writes.py. `floor` is the least that replacing a file durably takes on this disk at this hour (BareReplace.cpp), as a
part of the durable copy, too: what copies all bytes cannot be faster than that.
"""
import argparse, json, os, pathlib, shutil, subprocess

from bench_writes import TITLES, chapters, durable_copy, measure, measure_by_turns, run, write_inputs

# What ffmpeg is told, and seconds for 100 MB.
CONTAINERS = {"mp3": ("mp3", ["-c:a", "libmp3lame", "-b:a", "128k"], 6250),
              "aac": ("aac", ["-c:a", "aac", "-b:a", "134k"], 6000),
              "m4a": ("m4a", ["-c:a", "aac", "-b:a", "134k", "-movflags", "+faststart"], 6000),
              "wav": ("wav", ["-c:a", "pcm_s16le", "-ar", "44100"], 1130),
              "aiff": ("aiff", ["-c:a", "pcm_s16be", "-ar", "44100"], 1130),
              "flac": ("flac", ["-c:a", "flac"], 1700),
              "ogg": ("ogg", ["-c:a", "libvorbis", "-b:a", "128k"], 6250),
              "opus": ("opus", ["-c:a", "libopus", "-b:a", "128k", "-ar", "48000"], 6250),
              "mka": ("mka", ["-c:a", "libopus", "-b:a", "128k", "-ar", "48000"], 6250)}


def make(folder, kind, small):
    suffix, codec, seconds = CONTAINERS[kind]
    path = folder / f"container.{suffix}"
    if not path.exists():
        part = folder / f"part.{suffix}"
        run("ffmpeg", "-y", "-f", "lavfi", "-i", f"anoisesrc=d={60 if small else seconds}:c=pink:a=0.1:r=44100:seed=7", *codec, part)
        part.rename(path)
    return path


def outline_with_pictures(folder, seconds):
    """16 chapters, each with a picture of its own of about 100 KB, in a file beside the outline."""
    rows = []
    for i, (start, end, title) in enumerate(chapters(seconds)):
        picture = folder / f"picture{i}.jpg"
        run("ffmpeg", "-y", "-f", "lavfi", "-i", f"nullsrc=s=420x420,geq=random({i + 1})*255:128:128", "-frames:v", "1", "-q:v", "4", picture)
        rows.append({"start_ms": start, "end_ms": end, "title": title, "image": picture.name})
    path = folder / "pictures.json"
    path.write_text(json.dumps({"earmark": 1, "chapters": rows}))
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--small", action="store_true", help="files of a minute, to try the bench itself")
    parser.add_argument("--folder", type=pathlib.Path, help="where to write, on another file system, say; files that were made before are taken over")
    parser.add_argument("--only", nargs="*", help="rows of the table")
    args = parser.parse_args()
    build = args.build.resolve()
    made = build / ("bench-small" if args.small else "bench")
    folder = (args.folder or made).resolve()
    made.mkdir(exist_ok=True)
    folder.mkdir(exist_ok=True)
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    print(f"{'file':16} {'MB':>5} {'earmark':>10} {'/ durable copy':>15} {'floor':>6} {'ffmpeg / earmark':>17} {'again':>9}")

    for kind in args.only or [*CONTAINERS, "mp3 pictures", "m4a pictures"]:
        original = make(made, kind.split()[0], args.small)
        if folder != made.resolve():
            original = pathlib.Path(shutil.copyfile(original, folder / original.name))
        seconds = float(subprocess.run(["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", original],
                                       capture_output=True, text=True, check=True).stdout)
        write_inputs(folder, int(seconds))
        outline = folder / "outline.txt"
        if kind.endswith("pictures"):
            outline = outline_with_pictures(folder, int(seconds))
        work = folder / ("work" + original.suffix)

        def prepare():
            shutil.copyfile(original, work)
            os.sync()

        tag = [build / "earmark", "tag", work, "--outline", outline]
        durable, ours, floor = measure_by_turns([durable_copy(work), tag, [build / "bare_replace", work]], prepare, args.rounds)
        again = measure(tag, lambda: None, args.rounds)
        listed = json.loads(subprocess.run([build / "earmark", "show", work, "--json"], capture_output=True, check=True).stdout)
        assert len(listed["chapters"]) == len(TITLES), listed
        ffmpeg = measure(["ffmpeg", "-y", "-i", work, "-i", folder / "chapters.ffmeta", "-map", "0:a", "-map_chapters", "1", "-c", "copy",
                          folder / ("out" + work.suffix)], prepare, min(args.rounds, 5))
        print(f"{kind:16} {original.stat().st_size / 1e6:5.0f} {ours * 1000:7.1f} ms {ours / durable:15.2f} {floor / durable:6.2f} {ffmpeg / ours:17.1f} {again * 1000:6.1f} ms", flush=True)
        for leftover in folder.glob("out.*"), folder.glob("work*"):
            for path in leftover:
                path.unlink()


main()
