#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Runs the audio thread under Clang's RealtimeSanitizer. Only AudioThread.cpp is compiled by Clang: the sanitizer looks at whatever is
called below it, also in libraries that GCC made.

usage: realtime.py BUILD_FOLDER
"""
import json
import os
import pathlib
import shlex
import subprocess
import sys

build = pathlib.Path(sys.argv[1]).resolve()
work = build / "realtime"
work.mkdir(exist_ok=True)
CLANG = ["clang++-21", "-fsanitize=realtime"]


def arguments(command):
    """What follows the compiler, without what only GCC knows, and without warnings, which are GCC's business."""
    words = shlex.split(command)
    first = next(i for i, word in enumerate(words) if word.endswith(("g++", "c++")))
    return [word for word in words[first + 1:] if not word.startswith("-W") or word.startswith("-Wl,")]


def with_output(words, output):
    at = words.index("-o")
    return words[:at + 1] + [str(output)] + words[at + 2:]


entries = json.loads((build / "compile_commands.json").read_text())
compile_command = next(e for e in entries if e["file"].endswith("tests/Plugin/AudioThread.cpp"))
compiled = work / "AudioThread.o"
subprocess.run(CLANG + with_output(arguments(compile_command["command"]), compiled), cwd=build, check=True)

steps = subprocess.run(["ninja", "-t", "commands", "earmark_audio_thread"], cwd=build, check=True, capture_output=True, text=True).stdout
link = [part for part in steps.splitlines()[-1].split("&&") if " -o " in part][0]
words = with_output(arguments(link), work / "audio-thread")
words = [str(compiled) if word.endswith("AudioThread.cpp.o") else word for word in words]
subprocess.run(CLANG + words, cwd=build, check=True)

environment = os.environ | {"RTSAN_OPTIONS": "halt_on_error=1"}
control = subprocess.run([work / "audio-thread", "take-memory"], capture_output=True, text=True, env=environment)
if control.returncode == 0 or "RealtimeSanitizer" not in control.stderr:
    sys.exit("the sanitizer does not find what it must find")

run = subprocess.run([work / "audio-thread"], capture_output=True, text=True, env=environment)
print(run.stdout, run.stderr, sep="", end="")
sys.exit(0 if run.returncode == 0 and run.stdout.endswith("DONE\n") else "the audio thread waited for something, or took memory")
