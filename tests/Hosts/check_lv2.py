#!/usr/bin/env python3
"""check_lv2.py BUNDLE: lv2_validate, of LV2's own makers, finds nothing in the bundle but what JUCE's exporter writes into every one. Ends with 4,
for skipped, where it is not installed. The same bundle with a fault made on purpose must not pass."""
import pathlib, re, shutil, subprocess, sys, tempfile

# What it says, and the properties that it says it of. All of it stands in juce_audio_plugin_client_LV2.cpp of JUCE 9.
OF_JUCE = {
    ("Subject not in domain <http://usefulinc.com/ns/doap#Project>", "http://usefulinc.com/ns/doap#maintainer"),
    ("Subject not in domain <http://usefulinc.com/ns/doap#Project>", "http://usefulinc.com/ns/doap#release"),
    ("Object not in range <http://lv2plug.in/ns/lv2core#Feature>", "http://lv2plug.in/ns/lv2core#optionalFeature"),
    # Of a parameter that is on or off, which is no port.
    ("Subject not in domain <http://lv2plug.in/ns/lv2core#Port>", "http://lv2plug.in/ns/lv2core#portProperty"),
    ("Use of undefined property", "urn:earmark:earmark:Program"),
    ("Property <urn:earmark:earmark:Program> has no label", "urn:earmark:earmark:Program"),
}


def complaints(bundle):
    said = subprocess.run(["lv2_validate", *map(str, sorted(bundle.glob("*.ttl")))], capture_output=True, text=True)
    text = said.stdout + said.stderr
    found = re.findall(r"^error: (.+)\n((?:\s*\n|[ \t]+.*\n)*)", text, flags=re.M)
    count = re.search(r"^Found (\d+) errors", text, flags=re.M)
    assert count and int(count[1]) == len(found), text
    return [(what, [line.strip() for line in triple.splitlines() if line.strip()]) for what, triple in found]


def foreign(bundle):
    return [(what, triple) for what, triple in complaints(bundle) if not any(what == w and p in triple for w, p in OF_JUCE)]


def main(bundle):
    if shutil.which("lv2_validate") is None or shutil.which("sord_validate") is None:
        print("skipped: lv2_validate is not installed")
        return 4
    if found := foreign(bundle):
        print(*found, sep="\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(shutil.copytree(bundle, pathlib.Path(folder) / bundle.name, ignore=shutil.ignore_patterns("*.so")))
        with (copy / "manifest.ttl").open("a") as manifest:
            manifest.write('\n<urn:earmark:earmark> <http://lv2plug.in/ns/lv2core#minorVersion> "none" .\n')
        if not foreign(copy):
            print("a version that is no number is not found")
            return 1
    return 0


sys.exit(main(pathlib.Path(sys.argv[1])))
