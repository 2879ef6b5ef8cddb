#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Chapters and tags of an audio file as programs read them that are not ours.

read_chapters.py FILE READER... prints JSON, one member for each reader: ffprobe, mutagen, eyed3 and mediainfo give chapters
as [start in ms, title] (ffprobe and eyed3 also the end), mutagen-tags and eyed3-tags the values of an MP3's other frames.
A reader that is not installed gives null, one that fails the text of its failure.
"""
import json
import re
import subprocess
import sys


def output_of(*command):
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def ffprobe(path):
    chapters = output_of("ffprobe", "-v", "error", "-show_chapters", "-of", "json", path)["chapters"]
    return [[round(float(c["start_time"]) * 1000), round(float(c["end_time"]) * 1000), c.get("tags", {}).get("title")] for c in chapters]


def mediainfo(path):
    """Its last menu: an MP4 has one for each form."""
    menus = [t for t in output_of("mediainfo", "--Output=JSON", path)["media"]["track"] if t["@type"] == "Menu"]
    chapters = []
    for key, titles in (menus[-1]["extra"] if menus else {}).items():
        if time := re.fullmatch(r"_(\d+)_(\d\d)_(\d\d)_(\d\d\d)", key):
            hours, minutes, seconds, ms = map(int, time.groups())
            for title in titles if isinstance(titles, list) else [titles]:
                chapters.append([((hours * 60 + minutes) * 60 + seconds) * 1000 + ms, title])
    return chapters


def mutagen(path):
    from mutagen.id3 import ID3
    from mutagen.mp4 import MP4

    with open(path, "rb") as file:
        if file.read(3) != b"ID3":
            return [[round(c.start * 1000), c.title] for c in MP4(path).chapters or []]
    return sorted([c.start_time, c.end_time, str(c.sub_frames.get("TIT2", ""))] for c in ID3(path).getall("CHAP"))


def eyed3(path):
    return sorted([*c.times, c.title] for c in eyed3_tag(path).chapters)


def eyed3_tag(path):
    import eyed3 as library

    library.log.setLevel("ERROR")
    return library.load(path).tag


def mutagen_tags(path):
    """Every frame but chapters, as {key: value}; mutagen brings older frames to v2.4's form by itself."""
    from mutagen.id3 import ID3

    values = {}
    for key, frame in ID3(path).items():
        if key.startswith(("CHAP", "CTOC")):
            continue
        parts = {}
        for spec in frame._framespec + list(getattr(frame, "_optionalspec", [])):
            value = getattr(frame, spec.name, None)
            if spec.name == "encoding" or value is None:
                continue
            if isinstance(value, bytes):
                value = value.hex()
            elif isinstance(value, list):
                value = [list(v) if isinstance(v, (list, tuple)) else str(v) for v in value]
            elif not isinstance(value, (int, float)):
                value = str(value)
            parts[spec.name] = value
        values[key] = parts
    return values


def eyed3_tags(path):
    tag = eyed3_tag(path)
    return {"title": tag.title, "album": tag.album, "artist": tag.artist, "genre": tag.genre and tag.genre.name,
            "comments": sorted([c.description, c.text, c.lang.decode()] for c in tag.comments),
            "lyrics": sorted([c.description, c.text, c.lang.decode()] for c in tag.lyrics),
            "texts": sorted([c.description, c.text] for c in tag.user_text_frames),
            "links": sorted([c.description, str(c.url)] for c in tag.user_url_frames),
            "images": sorted([c.description, c.mime_type, c.picture_type, len(c.image_data)] for c in tag.images)}


READERS = {"ffprobe": ffprobe, "mediainfo": mediainfo, "mutagen": mutagen, "eyed3": eyed3,
           "mutagen-tags": mutagen_tags, "eyed3-tags": eyed3_tags}


def main():
    path, *names = sys.argv[1:]
    results = {}
    for name in names:
        try:
            results[name] = READERS[name](path)
        except (FileNotFoundError, ModuleNotFoundError):
            results[name] = None
        except Exception as error:  # a reader that stumbles is a finding, not an end
            results[name] = f"{type(error).__name__}: {error}"
    print(json.dumps(results))


if __name__ == "__main__":
    main()
