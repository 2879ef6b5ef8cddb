#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a host reads of a VST3 bundle before it loads it, and the entry points that it looks for then.

usage: check_vst3.py BUNDLE BINARY VERSION
"""
import ctypes
import json
import pathlib
import re
import sys

bundle, binary, version = sys.argv[1:]
text = (pathlib.Path(bundle) / "Contents/Resources/moduleinfo.json").read_text(encoding="utf-8")
info = json.loads(re.sub(r",(\s*[}\]])", r"\1", text))  # the format allows a comma after the last element


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: {found!r} instead of {wanted!r}")


expect("name", info["Name"], "Earmark")
expect("version", info["Version"], version)
expect("vendor", info["Factory Info"]["Vendor"], "Earmark")
expect("website", info["Factory Info"]["URL"], "https://earmark.example")
expect("classes", [c["Category"] for c in info["Classes"]], ["Audio Module Class", "Component Controller Class"])

# Sessions name a plug-in by this number: if it changes, they no longer find it.
expect("class ID", info["Classes"][0]["CID"], "ABCDEF019182FAEB4561726D456D726B")

for each in info["Classes"]:
    expect("class name", each["Name"], "Earmark")
    expect("class version", each["Version"], version)
    expect("categories", each["Sub Categories"], ["Fx", "Tools"])

library = ctypes.CDLL(binary)
entry_points = {"linux": ["ModuleEntry", "ModuleExit"], "darwin": ["bundleEntry", "bundleExit"]}
for name in ["GetPluginFactory", *entry_points.get(sys.platform, ["InitDll", "ExitDll"])]:
    if not hasattr(library, name):
        sys.exit(f"{binary} does not export {name}")
