#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Puts a rich ID3 tag into an MP3 with mutagen: make_tag.py FILE VERSION ENCODING, such as make_tag.py a.mp3 4 3.

It holds many kinds of frames, and text beyond the Basic Multilingual Plane where the encoding allows."""
import sys

from mutagen import id3

PICTURE = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb") + b"\x00\xff\x00\xffmore" * 3 + b"\xff\xd9"


def main():
    path, version, encoding = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    text = "Grüße" if encoding == 0 else "Grüße 🎧 日本 שלום"
    tag = id3.ID3()
    for frame in (
        id3.TIT2(encoding, [text]),
        id3.TALB(encoding, ["Album " + text]),
        id3.TPE1(encoding, ["Anna", "Björn", text] if version == 4 else ["Anna/Björn"]),
        id3.TCON(encoding, ["Podcast"]),
        id3.TRCK(encoding, ["3/12"]),
        id3.TBPM(encoding, ["128"]),
        id3.TLAN(encoding, ["deu"]),
        id3.TXXX(encoding, "Kurz " + text, ["Wert " + text]),
        id3.TXXX(encoding, "", ["ohne Namen"]),
        id3.TXXX(encoding, "leer", [""]),
        id3.COMM(encoding, "deu", "", [text + "\nzweite Zeile"]),
        id3.COMM(encoding, "eng", "described " + text, ["comment"]),
        id3.USLT(encoding, "eng", "", text + "\nla la la"),
        id3.USLT(encoding, "deu", "Strophe", "tra"),
        id3.APIC(encoding, "image/jpeg", 3, "cover " + text, PICTURE),
        id3.APIC(encoding, "image/png", 4, "", PICTURE[::-1]),
        id3.WXXX(encoding, "home " + text, "https://example.org/a?b=c"),
        id3.WXXX(encoding, "", "https://example.org/plain"),
        id3.WOAR("https://example.org/artist"),
        id3.WFED("https://example.org/feed.xml"),
        id3.PRIV("org.example", b"\x00\xff\x00\xfe\xff\xe0binary"),
        id3.UFID("http://musicbrainz.org", b"0123-4567"),
        id3.POPM("me@example.org", 196, 7),
        id3.GEOB(encoding, "application/json", "data.json", "described", b'{"a": "\xff\x00"}'),
        id3.PCNT(12),
        id3.MCDI(b"\x00\x01\x02toc"),
        id3.TDRC(encoding, [id3.ID3TimeStamp("2024-03-09 16:40:00")]),
        id3.TDOR(encoding, [id3.ID3TimeStamp("1999")]),
        id3.TIPL(encoding, [["producer", "Petra"], ["engineer", text]]),
        id3.TMCL(encoding, [["guitar", "Gül"], ["bass", "Bo"]]),
    ):
        tag.add(frame)
    if version == 3:
        tag.update_to_v23()
    tag.save(path, v2_version=version, v1=0)


if __name__ == "__main__":
    main()
