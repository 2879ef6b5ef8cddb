#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A strict reader of MP4 structure that shares no code with what it judges.

check_mp4.py FILE... prints JSON, for each file: the tracks with a hash of all their samples, both lists of chapters, a hash
of every atom that a chapter writer has no business with, and "problems": each rule that the file breaks. Layouts are those
of ISO/IEC 14496-12; rules of chapters those of docs/writing.md.
"""
import hashlib
import json
import os
import struct
import sys

PARENTS = {"moov", "trak", "mdia", "minf", "stbl", "udta", "edts", "dinf", "tref", "ilst", "gmhd"}
# What a chapter writer may change: where things are, and the chapters themselves.
OURS = {"stco", "co64", "chpl"}


def sha(data):
    return hashlib.sha256(data).hexdigest()[:24]


def joined(samples):
    """Neighbours as one; PCM has a sample for each number."""
    runs = []
    for at, length in samples:
        if runs and runs[-1][0] + runs[-1][1] == at:
            runs[-1][1] += length
        else:
            runs.append([at, length])
    return runs


class Atom:
    def __init__(self, kind, offset, header, size):
        self.kind, self.offset, self.header, self.size = kind, offset, header, size
        self.children = []
        self.payload = b""

    def find(self, *path):
        atom = self
        for kind in path:
            atom = next((c for c in atom.children if c.kind == kind), None)
            if atom is None:
                return None
        return atom

    def need(self, *path):
        atom = self.find(*path)
        if atom is None:
            raise ValueError(f"{self.kind} without {'/'.join(path)}")
        return atom

    def all(self, kind):
        return [c for c in self.children if c.kind == kind]


class Checker:
    def __init__(self, path):
        self.file = open(path, "rb")
        self.size = os.fstat(self.file.fileno()).st_size
        self.problems = []

    def expect(self, condition, what):
        if not condition:
            self.problems.append(what)

    def bytes(self, offset, count):
        self.file.seek(offset)
        data = self.file.read(count)
        if len(data) != count:
            raise ValueError(f"{count} bytes at {offset} are beyond the end")
        return data

    # ------------------------------------------------------------------------------------------------
    # Structure

    def header(self, at, end):
        if end - at < 8:
            raise ValueError(f"{end - at} bytes at {at} are no atom")
        size, kind = struct.unpack(">I4s", self.bytes(at, 8))
        header = 8
        if size == 1:
            size, header = struct.unpack(">Q", self.bytes(at + 8, 8))[0], 16
        elif size == 0:
            size = end - at
        if size < header or at + size > end:
            raise ValueError(f"{kind} at {at} with {size} bytes exceeds {end}")
        return Atom(kind.decode("latin-1"), at, header, size)

    def top(self):
        atoms, at = [], 0
        while at < self.size:
            atoms.append(self.header(at, self.size))
            at += atoms[-1].size
        return atoms

    def descend(self, atom):
        begin, end = atom.offset + atom.header, atom.offset + atom.size
        skip = 0
        if atom.kind == "meta" and self.bytes(begin + 4, 4) != b"hdlr":
            skip = 4
        if atom.kind not in PARENTS and atom.kind != "meta":
            atom.payload = self.bytes(begin, end - begin)
            return
        at = begin + skip
        while end - at >= 8:
            if atom.kind == "udta" and not any(self.bytes(at, 4)):
                break
            child = self.header(at, end)
            self.descend(child)
            atom.children.append(child)
            at += child.size
        self.expect(at == end or (atom.kind == "udta" and not any(self.bytes(at, end - at))), f"{atom.kind}: {end - at} stray bytes")

    # ------------------------------------------------------------------------------------------------
    # Tracks

    @staticmethod
    def table(atom, form, at=4):
        """Entries of a table whose 32-bit count stands at `at`; its length has to be exact."""
        count = struct.unpack_from(">I", atom.payload, at)[0]
        size = struct.calcsize(form)
        if len(atom.payload) != at + 4 + count * size:
            raise ValueError(f"{atom.kind}: {count} entries in {len(atom.payload)} bytes")
        return list(struct.iter_unpack(form, atom.payload[at + 4:]))

    @staticmethod
    def times(atom):
        """Time scale and duration of mvhd or mdhd."""
        return struct.unpack_from(">IQ", atom.payload, 20) if atom.payload[0] == 1 else struct.unpack_from(">II", atom.payload, 12)

    def samples(self, table, where):
        """(offset, size) of every sample."""
        sizes = table.need("stsz")
        fixed, count = struct.unpack_from(">II", sizes.payload, 4)
        lengths = [fixed] * count if fixed else [s[0] for s in self.table(sizes, ">I", 8)]
        wide = table.find("co64")
        self.expect((wide is None) != (table.find("stco") is None), f"{where}: stco and co64")
        offsets = [o[0] for o in (self.table(wide, ">Q") if wide else self.table(table.need("stco"), ">I"))]
        runs = self.table(table.need("stsc"), ">III")
        self.expect(not runs or runs[0][0] == 1, f"{where}: stsc does not begin with chunk 1")
        result, sample = [], 0
        for index, (first, per_chunk, _) in enumerate(runs):
            last = runs[index + 1][0] - 1 if index + 1 < len(runs) else len(offsets)
            self.expect(first <= last <= len(offsets), f"{where}: stsc run {index} covers {first} to {last} of {len(offsets)} chunks")
            for chunk in range(first - 1, min(last, len(offsets))):
                at = offsets[chunk]
                for length in lengths[sample:sample + per_chunk]:
                    result.append((at, length))
                    at += length
                sample += per_chunk
        self.expect(sample == len(lengths), f"{where}: stsc gives {sample} samples, stsz {len(lengths)}")
        return result

    def track(self, trak, movie_timescale):
        head = trak.need("tkhd")
        wide = head.payload[0] == 1
        ident = struct.unpack_from(">I", head.payload, 20 if wide else 12)[0]
        duration = struct.unpack_from(">Q", head.payload, 28)[0] if wide else struct.unpack_from(">I", head.payload, 20)[0]
        where = f"track {ident}"
        timescale, media = self.times(trak.need("mdia", "mdhd"))
        table = trak.need("mdia", "minf", "stbl")
        samples = self.samples(table, where)
        stts = self.table(table.need("stts"), ">II")
        self.expect(sum(count for count, _ in stts) == len(samples), f"{where}: stts counts other samples than stsz")
        self.expect(len(trak.all("tref")) <= 1, f"{where}: {len(trak.all('tref'))} tref atoms")
        references = {}
        for tref in trak.all("tref"):
            for kind in tref.children:
                self.expect(kind.kind not in references, f"{where}: two {kind.kind} references")
                references[kind.kind] = [x[0] for x in struct.iter_unpack(">I", kind.payload)]
        result = {"id": ident, "handler": trak.need("mdia", "hdlr").payload[8:12].decode("latin-1"), "flags": head.payload[3],
                  "duration": duration, "timescale": timescale, "media_duration": media, "samples": len(samples),
                  "references": references, "offsets": "co64" if table.find("co64") else "stco"}
        digest = hashlib.sha256()
        for at, length in joined(samples):
            digest.update(self.bytes(at, length))
        result["sha"] = digest.hexdigest()[:24]
        self.tracks.append((trak, result, samples, stts))

    def places(self, track, samples):
        """Where samples lie; chapters may show the very same picture, each through a sample of its own."""
        is_pictures = track["handler"] == "vide" and self.is_chapters(track)
        return joined(sorted(set(samples)) if is_pictures else samples)

    def placement(self, top):
        """Every sample lies in an mdat, and no two share a byte but those of one picture."""
        media = sorted((a.offset + a.header, a.offset + a.size) for a in top if a.kind == "mdat")
        spans = sorted((at, at + length) for _, track, samples, _ in self.tracks for at, length in self.places(track, samples) if length)
        index, outside = 0, 0
        for at, end in spans:
            while index < len(media) and media[index][1] <= at:
                index += 1
            outside += not (index < len(media) and media[index][0] <= at and end <= media[index][1])
        self.expect(outside == 0, f"{outside} samples are in no mdat")
        shared = sum(one[1] > other[0] for one, other in zip(spans, spans[1:]))
        self.expect(shared == 0, f"{shared} samples share bytes with another")
        return sum(b - a for a, b in media) - sum(b - a for a, b in spans)

    # ------------------------------------------------------------------------------------------------
    # Chapters

    def is_chapters(self, track):
        """A track of titles or pictures that another one names; a named audio track is content all the same."""
        named = {i for _, r, _, _ in self.tracks for i in r["references"].get("chap", [])}
        return track["id"] in named and track["handler"] != "soun"

    def quicktime(self, movie_timescale):
        named = {i for _, r, _, _ in self.tracks for i in r["references"].get("chap", [])}
        ids = {r["id"] for _, r, _, _ in self.tracks}
        self.expect(named <= ids, f"chap names tracks that do not exist: {sorted(named - ids)}")
        chapters = []
        for trak, result, samples, stts in self.tracks:
            if not self.is_chapters(result) or result["handler"] != "text":
                continue
            where = f"chapter track {result['id']}"
            try:
                chapters += self.titles(trak, result, samples, stts, movie_timescale, where)
            except (ValueError, struct.error) as error:
                self.problems.append(f"{where}: {error!r}")
        return chapters

    def titles(self, trak, result, samples, stts, movie_timescale, where):
        chapters = []
        self.expect(result["flags"] == 2, f"{where}: flags {result['flags']}")
        self.expect(all(count == 1 for count, _ in stts), f"{where}: runs in stts")
        self.expect(result["timescale"] == 1000, f"{where}: time scale {result['timescale']}")
        total = sum(delta for _, delta in stts)
        self.expect(total == result["media_duration"], f"{where}: stts lasts {total}, mdhd says {result['media_duration']}")
        self.expect(result["duration"] == total * movie_timescale // 1000, f"{where}: tkhd says {result['duration']}")
        elst = trak.need("edts", "elst")
        form = ">QqI" if elst.payload[0] == 1 else ">IiI"
        self.expect(self.table(elst, form) == [(result["duration"], 0, 0x10000)], f"{where}: edit list")
        self.expect(trak.need("mdia", "minf", "stbl", "stsd").payload[12:16] == b"text", f"{where}: sample format")
        start = 0
        for (at, length), (_, delta) in zip(samples, stts):
            data = self.bytes(at, length)
            count = struct.unpack_from(">H", data)[0]
            title, rest = data[2:2 + count].decode("utf-8"), data[2 + count:]
            self.expect(rest[:12] == struct.pack(">I4sI", 12, b"encd", 0x100), f"{where}: {rest!r} behind a title")
            chapters.append([start, title] + ([self.link(rest[12:], title, where)] if rest[12:] else []))
            start += delta
        return chapters

    def link(self, data, title, where):
        """3GPP TS 26.245, 5.17.1.5: the characters that are a link, its address, a text to show for it."""
        size, kind, begin, end, length = struct.unpack_from(">I4sHHB", data)
        self.expect((size, kind) == (len(data), b"href") and size == 14 + length and data[-1] == 0, f"{where}: {data!r} for a link")
        self.expect((begin, end) == (0, len(title)), f"{where}: a link from {begin} to {end} of {len(title)} characters")
        return data[13:13 + length].decode("ascii")

    def pictures(self, movie_timescale):
        """A hash of each picture of the chapter tracks, with its start."""
        result = []
        for trak, track, samples, stts in self.tracks:
            if not self.is_chapters(track) or track["handler"] != "vide":
                continue
            where = f"picture track {track['id']}"
            try:
                result += self.pictures_of(trak, track, samples, stts, movie_timescale, where)
            except (ValueError, struct.error) as error:
                self.problems.append(f"{where}: {error!r}")
        return result

    def lead(self, trak, track, movie_timescale, where):
        """How long nothing is shown before the first picture, in milliseconds: one empty edit in front of one with the whole track."""
        elst = trak.need("edts", "elst")
        edits = self.table(elst, ">QqI" if elst.payload[0] == 1 else ">IiI")
        begin = edits[0][0] if edits[0][1] == -1 else 0
        whole = [(track["duration"] - begin, 0, 0x10000)]
        self.expect(edits == ([(begin, -1, 0x10000)] if begin else []) + whole, f"{where}: edit list {edits}")
        return (begin * 2000 + movie_timescale) // (2 * movie_timescale)

    def pictures_of(self, trak, track, samples, stts, movie_timescale, where):
        result = []
        entry = trak.need("mdia", "minf", "stbl", "stsd").payload[8:]
        width, height = struct.unpack_from(">HH", entry, 32)
        head = trak.need("tkhd").payload
        self.expect(entry[4:8] == b"jpeg" and len(entry) == 86, f"{where}: a sample description {entry[4:8]}")
        self.expect(struct.unpack(">II", head[-8:]) == (width << 16, height << 16), f"{where}: tkhd and stsd differ in size")
        self.expect(track["flags"] == 2 and track["timescale"] == 1000, f"{where}: flags, time scale")
        start = self.lead(trak, track, movie_timescale, where)
        self.expect(track["duration"] == (start + track["media_duration"]) * movie_timescale // 1000, f"{where}: tkhd says {track['duration']}")
        sync = [n for n, in self.table(trak.need("mdia", "minf", "stbl", "stss"), ">I")]
        self.expect(sync == list(range(1, len(samples) + 1)), f"{where}: not every picture is a sync sample")
        for (at, length), (_, delta) in zip(samples, stts):
            picture = self.bytes(at, length)
            self.expect(picture[:2] == b"\xff\xd8" and picture[-2:] == b"\xff\xd9", f"{where}: no JPEG at {at}")
            result.append([start, hashlib.sha256(picture).hexdigest()])
            start += delta
        return result

    def nero(self, moov):
        found = [c for u in moov.all("udta") for c in u.all("chpl")]
        self.expect(len(found) <= 1, f"{len(found)} Nero lists")
        chapters = []
        for chpl in found:
            data = chpl.payload
            self.expect(data[:5] == b"\1\0\0\0\0", f"chpl begins with {data[:5].hex()}")
            count, at = struct.unpack_from(">I", data, 5)[0], 9
            self.expect(count <= 255, f"chpl has {count} entries")
            for _ in range(count):
                start, length = struct.unpack_from(">QB", data, at)
                self.expect(length <= 127, f"a title of {length} bytes in chpl")
                self.expect(start % 10000 == 0, f"chpl time {start}")
                chapters.append([start // 10000, data[at + 9:at + 9 + length].decode("utf-8")])
                at += 9 + length
            self.expect(at == len(data), f"{len(data) - at} bytes behind chpl")
        return chapters

    def foreign(self, atom, path, chapter_tracks, into):
        counts = {}
        for child in atom.children:
            number = counts[child.kind] = counts.get(child.kind, -1) + 1
            name = f"{path}/{child.kind}" + (f"[{number}]" if number else "")
            if child.kind in OURS or child in chapter_tracks or child.kind == "tref":
                continue
            if child.children:
                self.foreign(child, name, chapter_tracks, into)
            elif child.kind == "mvhd":
                into[name] = sha(child.payload[:-4])
            elif child.kind != "udta":
                into[name] = sha(self.bytes(child.offset, child.size))

    def check(self):
        self.tracks = []
        top = self.top()
        moov = next(a for a in top if a.kind == "moov")
        self.expect(sum(a.kind == "moov" for a in top) == 1, "more than one moov")
        self.descend(moov)
        head = moov.need("mvhd")
        timescale, duration = self.times(head)
        next_id = struct.unpack(">I", head.payload[-4:])[0]
        for trak in moov.all("trak"):
            self.track(trak, timescale)
        ids = [r["id"] for _, r, _, _ in self.tracks]
        self.expect(len(set(ids)) == len(ids), f"track ids {ids}")
        self.expect(next_id > max(ids, default=0), f"next_track_ID {next_id} is not above all ids")
        chapter_tracks = [trak for trak, r, _, _ in self.tracks if self.is_chapters(r)]
        foreign = {}
        self.foreign(moov, "moov", chapter_tracks, foreign)
        for atom in top:
            if atom.kind not in ("moov", "mdat", "free", "skip"):
                foreign[atom.kind] = sha(self.bytes(atom.offset, atom.size))
        return {"size": self.size, "top": [[a.kind, a.size] for a in top], "timescale": timescale, "duration": duration, "next": next_id,
                "tracks": [r for _, r, _, _ in self.tracks], "unused": self.placement(top), "quicktime": self.quicktime(timescale), "pictures": self.pictures(timescale),
                "nero": self.nero(moov), "foreign": foreign, "problems": self.problems}


def checked(path):
    checker = Checker(path)
    try:
        return checker.check()
    except (ValueError, struct.error, IndexError, StopIteration) as error:
        return {"problems": checker.problems + [f"damaged: {error!r}"]}


if __name__ == "__main__":
    print(json.dumps([checked(path) for path in sys.argv[1:]]))
