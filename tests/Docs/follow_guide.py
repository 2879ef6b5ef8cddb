#!/usr/bin/env python3
"""Does what a document says, and compares what it says will be shown with what is shown.

    follow_guide.py FOLDER_OF_PROGRAMS SAMPLES DOCUMENT...

Every fenced block that begins with "$ " is followed: its commands, in the order of the document, as they stand, on a terminal, in one new
folder that holds the sample episode and nothing else. Below each command stands what it shows. There

    …           on a line of its own is any number of lines, and within a line anything
    ^C          is the key that ends a command that would go on; it is pressed once what is above it has been shown

Commands that stand in the text or in other blocks are looked at, too: their verbs and options have to exist. Exit code 1 when something
disagrees, 2 when there was nothing to follow.
"""
import json, os, pathlib, pty, re, select, shutil, signal, subprocess, sys, tempfile, time

PATIENCE = 60  # seconds; reached only by what hangs


def transcripts(text):
    """(line, command, what is to be shown) of every fenced block that begins with a prompt."""
    for block in re.finditer(r"^```.*\n(\$ (?:.*\n)*?)^```$", text, re.M):
        line = text.count("\n", 0, block.start(1)) + 1
        for part in re.split(r"^\$ ", block[1], flags=re.M)[1:]:
            command, _, shown = part.partition("\n")
            yield line, command, shown.rstrip("\n")
            line += part.count("\n")


def pattern(shown):
    """What is shown as a regular expression."""
    lines = [r"(?:.*\n)*?" if line == "…" else ".*".join(map(re.escape, line.rstrip().split("…"))) + r"\n" for line in shown.split("\n")]
    return re.compile("".join(lines)) if shown else re.compile("")


def tidied(output):
    return "".join(line.rstrip() + "\n" for line in output.replace("\r\n", "\n").splitlines())


def run_on_terminal(command, folder, environment, until=None):
    """What a shell shows of it, and its exit code. With `until`, Ctrl-C follows once that has been shown."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execvpe("bash", ["bash", "--norc", "-c", command], environment)
    output, end, pressed = b"", time.monotonic() + PATIENCE, False
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                data = os.read(terminal, 65536)
            except OSError:  # the other end is closed
                data = b""
            if not data:
                break
            output += data
        if until and not pressed and until.fullmatch(tidied(output.decode())):
            os.write(terminal, b"\x03")
            pressed = True
    else:
        os.kill(pid, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    os.close(terminal)
    return tidied(output.decode(errors="replace")), code


def follow(programs, samples, document):
    failures, count = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder, home = pathlib.Path(name) / "episode", pathlib.Path(name) / "home"
        folder.mkdir(), home.mkdir()
        for sample in ("episode.mp3", "episode.m4a", "outline.txt"):
            shutil.copy(pathlib.Path(samples) / sample, folder)
        environment = {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(home), "NO_COLOR": "1", "TERM": "dumb", "LC_ALL": "C.UTF-8", "COLUMNS": "200"}
        for line, command, shown in transcripts(document.read_text(encoding="utf-8")):
            count += 1
            before, interrupted, after = shown.partition("^C")
            is_met = pattern(before.rstrip("\n")) if interrupted else None
            output, code = run_on_terminal(command, folder, environment, is_met)
            wanted = pattern(shown)
            if not wanted.fullmatch(output):
                failures.append(f"{document.name}:{line}: $ {command}\n--- the document says\n{shown}\n--- shown was\n{output}")
            elif code != 0 and not interrupted:
                failures.append(f"{document.name}:{line}: $ {command}\nended with {code}")
    print(f"{document.name}: {count} commands followed")
    return failures, count


def quoted_commands(text):
    """(line, command) of every command of ours that stands in backticks or begins a line of a block."""
    for found in re.finditer(r"`(earmark [^`]+)`|^(?:\$ )?(earmark .*)$", text, re.M):
        yield text.count("\n", 0, found.start()) + 1, found[1] or found[2]


def check_quoted(programs, document):
    told = json.loads(subprocess.run([f"{programs}/earmark", "--describe"], capture_output=True, check=True).stdout)
    flags = lambda options: {"-" + s for o in options for s in o["short"]} | {"--" + s for o in options for s in o["long"]}
    verbs = {verb["name"]: flags(verb["options"]) for verb in told["verbs"]}
    failures = []
    for line, command in quoted_commands(document.read_text(encoding="utf-8")):
        first = command.split()[1]
        known = flags(told["options"]) if first.startswith("-") else verbs.get(first)
        if known is None:
            failures.append(f"{document.name}:{line}: there is no `earmark {first}`")
            continue
        failures += [f"{document.name}:{line}: `earmark {first}` has no {option}"
                     for option in re.findall(r"(?<![\w-])(--[a-z][\w-]*|-[a-z])\b", command) if option not in known]
    return failures


def main():
    programs, samples, documents = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], [pathlib.Path(d) for d in sys.argv[3:]]
    failures, followed = [], 0
    for document in documents:
        failures += check_quoted(programs, document)
        disagreements, count = follow(programs, samples, document)
        failures += disagreements
        followed += count
    print("\n".join(failures))
    return 1 if failures else 0 if followed else 2


sys.exit(main())
