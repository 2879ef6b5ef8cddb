#!/usr/bin/env python3
"""What the plug-in costs on a host's audio thread: bench_plugin.py BUILD_FOLDER

Per block of stereo at 48 kHz, playing, with the waveform captured, beside an empty JUCE plug-in in the same program (ProcessBlock.cpp)."""
import pathlib, subprocess, sys

LIMIT_NS = 1000  # above the empty one, for a block of 512

out = subprocess.run([pathlib.Path(sys.argv[1]) / "bench/earmark_process_block"], check=True, capture_output=True, text=True).stdout
print("| samples | Earmark, ns | empty, ns | above it, ns | share of real time |\n| --- | --- | --- | --- | --- |")
for line in out.splitlines():
    length, ours, empty = (int(word) for word in line.split())
    above = ours - empty
    mark = f" (more than {LIMIT_NS})" if length == 512 and above > LIMIT_NS else ""
    print(f"| {length} | {ours} | {empty} | {above}{mark} | {ours / (length / 48000 * 1e9):.5%} |")
