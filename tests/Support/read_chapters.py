#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Chapters and tags of an audio file as programs read them that are not ours.

read_chapters.py FILE READER... prints JSON, one member for each reader: ffprobe, mutagen, eyed3, mediainfo and mkvextract give
chapters as [start in ms, title] (ffprobe and eyed3 also the end), chunks those of a WAV's cue points or an AIFF's markers,
mutagen-tags and eyed3-tags the values of an MP3's other frames.
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
    from mutagen.aiff import AIFF
    from mutagen.id3 import ID3
    from mutagen.mp4 import MP4
    from mutagen.wave import WAVE

    with open(path, "rb") as file:
        start = file.read(64)
    if start[:4] in (b"fLaC", b"OggS"):
        return mutagen_comments(path)
    if start[:3] == b"ID3":
        tag = ID3(path)
    elif start[:4] in (b"RIFF", b"FORM"):
        tag = (WAVE if start[:4] == b"RIFF" else AIFF)(path).tags
    else:
        return [[round(c.start * 1000), c.title] for c in MP4(path).chapters or []]
    return sorted([c.start_time, c.end_time, str(c.sub_frames.get("TIT2", ""))] for c in (tag.getall("CHAP") if tag else []))


def mutagen_comments(path):
    import mutagen as library

    comments = library.File(path).tags or {}
    chapters = []
    for key, values in comments.items():
        if match := re.fullmatch(r"chapter(\d\d\d)", key.lower()):
            hours, minutes, seconds = values[0].split(":")
            ms = (int(hours) * 60 + int(minutes)) * 60000 + round(float(seconds) * 1000)
            chapters.append([ms, comments.get(f"chapter{match[1]}name", [None])[0]])
    return sorted(chapters)


def mkvextract(path):
    lines = subprocess.run(["mkvextract", path, "chapters", "--simple"], capture_output=True, check=True).stdout.decode().splitlines()
    chapters = []
    for time, name in zip(lines[::2], lines[1::2]):
        hours, minutes, seconds = time.split("=", 1)[1].split(":")
        chapters.append([(int(hours) * 60 + int(minutes)) * 60000 + round(float(seconds) * 1000), name.split("=", 1)[1]])
    return chapters


def chunks(path):
    """Cue points with their labels, or markers, in milliseconds rounded down."""
    with open(path, "rb") as file:
        data = file.read()
    order = "big" if data[:4] == b"FORM" else "little"
    found, at = {}, 12
    while at + 8 <= len(data):
        name, size = data[at:at + 4], int.from_bytes(data[at + 4:at + 8], order)
        if name == b"data" and size == 0xFFFFFFFF:
            size = int.from_bytes(found[b"ds64"][8:16], "little")
        body = data[at + 8:at + 8 + size]
        assert len(body) == size, f"{name} is cut off"
        assert name not in (b"cue ", b"MARK") or name not in found, f"{name} twice"
        found[b"adtl" if name == b"LIST" and body[:4] == b"adtl" else name] = body
        at += 8 + size + size % 2
    total = int.from_bytes(data[4:8], order)
    if data[:4] == b"RF64":
        total = int.from_bytes(found[b"ds64"][:8], "little")
    assert total == len(data) - 8, "the size in the header is wrong"
    return marks(found) if order == "big" else cues(found)


def cues(found):
    rate = int.from_bytes(found[b"fmt "][4:8], "little")
    cue, adtl, names, at = found.get(b"cue ", bytes(4)), found.get(b"adtl", b""), {}, 4
    while at + 8 <= len(adtl):
        size = int.from_bytes(adtl[at + 4:at + 8], "little")
        if adtl[at:at + 4] == b"labl":
            names[int.from_bytes(adtl[at + 8:at + 12], "little")] = adtl[at + 12:at + 8 + size].split(b"\0")[0].decode()
        at += 8 + size + size % 2
    points = [cue[i:i + 24] for i in range(4, len(cue), 24)]
    assert len(points) == int.from_bytes(cue[:4], "little") and all(p[8:12] == b"data" for p in points)
    return [[int.from_bytes(p[20:24], "little") * 1000 // rate, names[int.from_bytes(p[:4], "little")]] for p in points]


def marks(found):
    exponent, mantissa = int.from_bytes(found[b"COMM"][8:10], "big"), int.from_bytes(found[b"COMM"][10:18], "big")
    rate, mark, at, chapters = mantissa >> (16383 + 63 - exponent), found.get(b"MARK", bytes(2)), 2, []
    while at < len(mark):
        size = mark[at + 6]
        chapters.append([int.from_bytes(mark[at + 2:at + 6], "big") * 1000 // rate, mark[at + 7:at + 7 + size].decode()])
        at += 7 + size + (size + 1) % 2
    assert len(chapters) == int.from_bytes(mark[:2], "big")
    return chapters


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


READERS = {"ffprobe": ffprobe, "mediainfo": mediainfo, "mutagen": mutagen, "eyed3": eyed3, "mkvextract": mkvextract, "chunks": chunks,
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
