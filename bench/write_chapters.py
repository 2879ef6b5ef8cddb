#!/usr/bin/env python3
"""Rivals in Python: write_chapters.py mutagen|eyed3 FILE CHAPTERS.tsv, each by the library's own documented way."""
import sys


def rows(path):
    for line in open(path, encoding="utf-8"):
        start, end, title = line.rstrip("\n").split("\t")
        yield int(start), int(end), title


def with_mutagen(file, chapters):
    from mutagen import id3
    try:
        tag = id3.ID3(file)
    except id3.ID3NoHeaderError:
        tag = id3.ID3()
    tag.delall("CHAP")
    tag.delall("CTOC")
    ids = []
    for number, (start, end, title) in enumerate(chapters):
        ids.append(f"ch{number}")
        tag.add(id3.CHAP(element_id=ids[-1], start_time=start, end_time=end, sub_frames=[id3.TIT2(encoding=1, text=[title])]))
    tag.add(id3.CTOC(element_id="toc", flags=id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED, child_element_ids=ids, sub_frames=[]))
    tag.update_to_v23()
    tag.save(file, v2_version=3)


def with_eyed3(file, chapters):
    import eyed3
    eyed3.log.setLevel("ERROR")
    audio = eyed3.load(file)
    if audio.tag is None:
        audio.initTag()
    ids = []
    for number, (start, end, title) in enumerate(chapters):
        ids.append(f"ch{number}".encode())
        chapter = audio.tag.chapters.set(ids[-1], (start, end))
        chapter.title = title
    audio.tag.table_of_contents.set(b"toc", toplevel=True, ordered=True, child_ids=ids)
    audio.tag.save(version=(2, 3, 0), encoding="utf-16")


{"mutagen": with_mutagen, "eyed3": with_eyed3}[sys.argv[1]](sys.argv[2], list(rows(sys.argv[3])))
