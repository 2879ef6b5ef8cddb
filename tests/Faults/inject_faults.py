#!/usr/bin/env python3
"""Lets every system call of a write fail in turn: the original stays whole, or the new file is complete; nothing is left beside
it; and a failed write says why in one sentence.

    inject_faults.py BUILD_FOLDER INTERPOSER OUTLINE [MEDIA...]

Without MEDIA, a short file of each container is made and taken.
"""
import errno, hashlib, os, pathlib, shutil, subprocess, sys

from kill_writes import make_media

ERRORS = {errno.EIO: ["disk", "error", "read", "fail"], errno.ENOSPC: ["full", "disk", "read", "No space"]}


def digest(path):
    return hashlib.blake2b(path.read_bytes()).digest()


def attempt(command, environment):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, env={**os.environ, **environment})


def inject(build, interposer, media, outline):
    arena = build / "faults-arena"
    shutil.rmtree(arena, ignore_errors=True)
    arena.mkdir(parents=True)
    log = build / "faults.log"
    work = arena / media.name
    command = [build / "earmark", "tag", work, "--outline", outline]
    preload = {"LD_PRELOAD": str(interposer), "EARMARK_FAULT_LOG": str(log)}

    def reset():
        shutil.copyfile(media, work)

    reset()
    before = digest(work)
    attempt(command, preload)
    calls = int(log.read_text().split()[1])
    after = digest(work)
    faults, survived, refused = [], 0, 0
    if calls < 10 or before == after:
        faults.append(f"the interposer saw {calls} calls: it is not at work")

    for code in ERRORS:
        for number in range(1, calls + 1):
            reset()
            result = attempt(command, {**preload, "EARMARK_FAIL_AT": str(number), "EARMARK_FAIL_WITH": str(code)})
            what = f"{log.read_text().strip()} with {errno.errorcode[code]}"
            now = digest(work)
            if result.returncode == 0:
                survived += 1
                if now != after:
                    faults.append(f"{what}: says it is done, but the file is not the new one")
            else:
                refused += 1
                # Only the very last call, after the rename, may fail with the new file in place.
                if now != before:
                    faults.append(f"{what}: exit {result.returncode}, but the original changed")
                errors = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
                if result.returncode != 1 or len(errors) != 1:
                    faults.append(f"{what}: exit {result.returncode}, {len(errors)} error lines: {result.stderr.strip()}")
            left = [p.name for p in arena.iterdir() if p != work]
            if left:
                faults.append(f"{what}: left {left}")
                for name in left:
                    (arena / name).unlink()

    print(f"{media.name}: {calls} calls, each failed with {len(ERRORS)} errors: {refused} refusals, {survived} went on without it")
    for fault in faults[:20]:
        print("FAULT", fault)
    return 1 if faults else 0


def main(build, interposer, outline, *media):
    if not media:
        folder = build / "faults-media"
        folder.mkdir(exist_ok=True)
        made, seconds = make_media(folder, 0.5)
        media = made.values()
        outline = folder / "outline.txt"
        outline.write_text(f"0:00 Start\n0:{seconds // 2:02} Second half\n")
    return max(inject(build, interposer, path, outline) for path in media)


sys.exit(main(*(pathlib.Path(argument).resolve() for argument in sys.argv[1:])))
