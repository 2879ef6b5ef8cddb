#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A strict reader of ID3v2.3 and v2.4 tags that shares no code with what it judges.

check_id3.py FILE prints JSON: every frame with a hash of its bytes, the chapters with their parts, a hash of all
that follows the tag, and "problems": each rule of Earmark's safe profile that the tag breaks. Rules of chapters are
those of docs/writing.md; sizes and encodings those of id3.org.
"""
import hashlib
import json
import sys

UNUSED = 0xFFFFFFFF
DECODERS = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}


class Damaged(Exception):
    pass


def sha(data):
    return hashlib.sha256(data).hexdigest()[:24]


def big(data):
    return int.from_bytes(data, "big")


def seven_bits(data):
    if any(byte & 0x80 for byte in data):
        raise Damaged(f"size {data.hex()} is not synchsafe")
    value = 0
    for byte in data:
        value = value * 128 + byte
    return value


def split_frames(data, version):
    """The frames at the beginning of data, and what follows them."""
    frames = []
    at = 0
    while len(data) - at >= 10 and data[at] != 0:
        name = data[at:at + 4]
        if not name.isalnum() or name != name.upper():
            break
        size = seven_bits(data[at + 4:at + 8]) if version == 4 else big(data[at + 4:at + 8])
        body = data[at + 10:at + 10 + size]
        if len(body) != size:
            raise Damaged(f"frame {name.decode()} of {size} bytes exceeds what holds it")
        frames.append((name.decode(), big(data[at + 8:at + 10]), body))
        at += 10 + size
    return frames, data[at:]


def until_nul(data, encoding=0):
    """The text before its terminator, and what follows."""
    step = 2 if encoding in (1, 2) else 1
    at = data.find(bytes(step))
    while at >= 0 and at % step:
        at = data.find(bytes(step), at + 1)
    if at < 0:
        raise Damaged("text without a terminator")
    return data[:at], data[at + step:]


class Checker:
    def __init__(self):
        self.problems = []

    def expect(self, condition, what):
        if not condition:
            self.problems.append(what)

    def text(self, encoding, raw, where):
        self.expect(encoding in (0, 1), f"{where}: encoding {encoding} is not part of v2.3")
        if encoding == 0:
            self.expect(raw.isascii(), f"{where}: encoding 0 with bytes that are not ASCII")
        if encoding == 1:
            self.expect(len(raw) % 2 == 0, f"{where}: odd number of bytes in UTF-16")
            self.expect(raw[:2] in (b"\xff\xfe", b"\xfe\xff"), f"{where}: UTF-16 without byte order mark")
        try:
            text = raw.decode(DECODERS.get(encoding, "latin-1"))
        except UnicodeDecodeError as error:
            self.problems.append(f"{where}: {error}")
            return ""
        self.expect("\0" not in text, f"{where}: text with a NUL")
        return text

    def part(self, name, flags, body, where):
        """One frame inside a chapter."""
        self.expect(flags == 0, f"{where}: flags {flags:#x}")
        result = {"id": name, "encoding": body[0], "bytes": len(body)}
        if name in ("TIT2", "TIT3"):
            result["text"] = self.text(body[0], body[1:], where)
        elif name == "WXXX":
            description, url = until_nul(body[1:], body[0])
            self.expect(body[0] == 0 and description == b"", f"{where}: a description")
            self.expect(url and all(0x20 < c < 0x7F for c in url), f"{where}: address {url!r}")
            result["url"] = url.decode("latin-1")
        elif name == "APIC":
            mime, rest = until_nul(body[1:])
            description, picture = until_nul(rest[1:], body[0])
            self.expect(body[0] == 0 and description == b"", f"{where}: a description")
            self.expect(rest[0] == 0, f"{where}: picture type {rest[0]}")
            self.expect(picture, f"{where}: an empty picture")
            result |= {"mime": mime.decode("latin-1"), "picture": sha(picture), "size": len(picture)}
        elif name == "COMM":
            description, value = until_nul(body[4:], body[0])
            result["language"] = body[1:4].decode("latin-1")
            result["description"] = self.text(body[0], description, where) if description else ""
            result["text"] = self.text(body[0], value, where)
        else:
            self.problems.append(f"{where}: unexpected frame {name}")
        return result

    def chapter(self, body):
        name, rest = until_nul(body)
        where = f"CHAP {name.decode('latin-1')}"
        start, end, first, last = (big(rest[i:i + 4]) for i in (0, 4, 8, 12))
        self.expect(start < end < 1 << 31, f"{where}: {start} to {end}")
        self.expect(first == last == UNUSED, f"{where}: offsets {first:#x}, {last:#x}")
        frames, left = split_frames(rest[16:], 3)
        self.expect(not left, f"{where}: {len(left)} bytes that are no frame")
        self.expect(frames and frames[0][0] == "TIT2", f"{where}: does not begin with TIT2")
        parts = [self.part(*frame, f"{where} {frame[0]}") for frame in frames]
        return {"id": name.decode("latin-1"), "start": start, "end": end, "parts": parts}

    def table(self, body):
        name, rest = until_nul(body)
        where = f"CTOC {name.decode('latin-1')}"
        flags, count, rest = rest[0], rest[1], rest[2:]
        children = []
        for _ in range(count):
            child, rest = until_nul(rest)
            children.append(child.decode("latin-1"))
        self.expect(count > 0, f"{where}: no children")
        self.expect(flags & ~3 == 0, f"{where}: flags {flags}")
        frames, left = split_frames(rest, 3)
        self.expect(not left, f"{where}: {len(left)} bytes behind the children")
        return {"id": name.decode("latin-1"), "top": bool(flags & 2), "ordered": bool(flags & 1), "children": children}

    def structure(self, chapters, tables):
        names = [c["id"] for c in chapters] + [t["id"] for t in tables]
        self.expect(len(set(names)) == len(names), "element ids are not unique")
        self.expect(all(n.isascii() and n for n in names), "an element id is empty or not ASCII")
        self.expect([c["start"] for c in chapters] == sorted({c["start"] for c in chapters}), "chapters are not in order")
        for one, other in zip(chapters, chapters[1:]):
            self.expect(one["end"] <= other["start"], f"CHAP {one['id']} overlaps the next")
        if not tables:
            return
        tops = [t for t in tables if t["top"]]
        self.expect(len(tops) == 1, f"{len(tops)} top-level tables of contents")
        self.expect(all(t["ordered"] for t in tables), "a table of contents is not ordered")
        parents = [child for t in tables for child in t["children"]]
        self.expect(len(set(parents)) == len(parents), "a child stands in two tables")
        self.expect(set(parents) <= set(names), "a table names what does not exist")
        seen = {c["id"] for c in chapters}
        for table in tables:
            self.expect(set(table["children"]) <= seen, f"CTOC {table['id']} stands before its children's tables")
            seen.add(table["id"])
        self.expect(seen - set(parents) - {c["id"] for c in chapters} <= {t["id"] for t in tops}, "a table is in no table")


def check(data):
    checker = Checker()
    result = {"version": 0, "size": 0, "frames": [], "chapters": [], "contents": [], "problems": checker.problems}
    if data[:3] == b"ID3":
        version, flags, size = data[3], data[5], seven_bits(data[6:10])
        total = 10 + size + (10 if version == 4 and flags & 0x10 else 0)
        if total > len(data):
            raise Damaged("the tag is longer than the file")
        frames, rest = split_frames(data[10:10 + size], version)
        checker.expect(version == 3, f"ID3v2.{version}")
        checker.expect(flags == 0, f"tag flags {flags:#x}")
        checker.expect(not any(rest), "bytes in the padding")
        result |= {"version": version, "flags": flags, "size": total, "padding": len(rest), "rest": rest.rstrip(b"\0").hex()}
        result["frames"] = [[name, frame_flags, len(body), sha(body)] for name, frame_flags, body in frames]
        if version == 3:
            result["chapters"] = [checker.chapter(body) for name, _, body in frames if name == "CHAP"]
            result["contents"] = [checker.table(body) for name, _, body in frames if name == "CTOC"]
            checker.structure(result["chapters"], result["contents"])
            listed = {child for table in result["contents"] for child in table["children"]}
            for chapter in result["chapters"]:
                chapter["listed"] = chapter["id"] in listed
    result["after"] = sha(data[result["size"]:])
    return result


def main():
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    try:
        result = check(data)
    except (Damaged, IndexError) as error:
        result = {"problems": [f"damaged: {error}"]}
    print(json.dumps(result))


if __name__ == "__main__":
    main()
