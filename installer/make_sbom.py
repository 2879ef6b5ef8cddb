#!/usr/bin/env python3
"""What Earmark is made of, as a CycloneDX 1.6 document: make_sbom.py PROJECT > earmark.cdx.json

The libraries, their licences and their use come from docs/dependencies.md; the versions from the build root, where there is one.
"""
import json, pathlib, re, sys

# The packages of the build root that hold the libraries of the table.
PACKAGES = {"TagLib": "libtag2", "JUCE": "juce-modules-source", "nlohmann-json": "nlohmann-json3-dev", "CLI11": "libcli11-dev",
            "simdutf": "libsimdutf-dev", "pugixml": "libpugixml-dev", "libzip": "libzip-dev", "uchardet": "libuchardet0",
            "FFmpeg": "libavcodec-dev", "Rubber Band": "librubberband-dev"}


def components(project):
    installed = {}
    packages = pathlib.Path("/etc/earmark-packages")
    if packages.exists():
        installed = dict(line.split() for line in packages.read_text().splitlines() if " " in line)
    for line in (project / "docs/dependencies.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) < 5 or cells[0] in ("library", "---") or cells[3] == "tests":
            continue
        name = re.sub(r"\[([^\]]+)\].*", r"\1", cells[0]).split(" (")[0]
        url = re.search(r"\((https[^)]+)\)", cells[0])
        component = {"type": "library", "name": name, "licenses": [{"license": {"name": licence.strip()}} for licence in re.split(r" or |;", cells[2])]}
        if version := installed.get(PACKAGES.get(name, "")):
            component["version"] = version
        if url:
            component["externalReferences"] = [{"type": "website", "url": url.group(1)}]
        yield component


def main():
    project = pathlib.Path(sys.argv[1])
    version = (project / "VERSION").read_text().strip()
    print(json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
                      "metadata": {"component": {"type": "application", "name": "earmark", "version": version,
                                                 "licenses": [{"license": {"id": "AGPL-3.0-or-later"}}]}},
                      "components": list(components(project))}, indent=2))


if __name__ == "__main__":
    main()
