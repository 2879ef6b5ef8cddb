#!/usr/bin/env python3
"""accept_older_libm.py FILE...: lets ELF files take sqrtf and its like from an older C library than they were linked with.

glibc 2.43 gave some functions of libm a new version that leaves out the error handling of System V, which nothing of ours asks for
(its math/Versions). The version that they had before is in every glibc there is, the new one
too. A file that needs nothing else of 2.43 runs with older ones once it names that version. Files that need no new version are left as
they are; one that needs it for something else is an error.
"""
import struct, sys

NEW = "GLIBC_2.43"
SAME_FUNCTIONS = {"atan2f", "sqrtf"}
FIRST = {62: "GLIBC_2.2.5", 183: "GLIBC_2.17"}  # of x86-64 and of AArch64


def hash_of(name):
    """As in the System V ABI."""
    h = 0
    for c in name.encode():
        h = (h << 4) + c
        h = (h ^ (h >> 24 & 0xF0)) & 0x0FFFFFFF
    return h


def sections(data):
    """By name: offset, size, info."""
    table, (size, count, names) = struct.unpack_from("<Q", data, 0x28)[0], struct.unpack_from("<HHH", data, 0x3A)
    headers = [struct.unpack_from("<IIQQQQIIQQ", data, table + i * size) for i in range(count)]
    text = lambda at: data[at:data.index(b"\0", at)].decode()
    return {text(headers[names][4] + h[0]): (h[4], h[5], h[7]) for h in headers}


def needed(data, section):
    """Of each needed version: where its entry is, its library and its name, its index."""
    strings = section[".dynstr"][0]
    text = lambda at: data[strings + at:data.index(b"\0", strings + at)].decode()
    at = section[".gnu.version_r"][0]
    while True:
        _, count, library, first, next_library = struct.unpack_from("<HHIII", data, at)
        entry = at + first
        for _ in range(count):
            _, _, index, name, step = struct.unpack_from("<IHHII", data, entry)
            yield entry, text(library), text(name), index
            entry += step
        if next_library == 0:
            return
        at += next_library


def functions(data, section, index):
    """The names of the symbols that have this version."""
    strings, symbols, versions = section[".dynstr"][0], section[".dynsym"], section[".gnu.version"][0]
    for i in range(symbols[1] // 24):
        if struct.unpack_from("<H", data, versions + 2 * i)[0] & 0x7FFF == index:
            at = strings + struct.unpack_from("<I", data, symbols[0] + 24 * i)[0]
            yield data[at:data.index(b"\0", at)].decode()


def accept_older(path):
    data = bytearray(open(path, "rb").read())
    if data[:5] != b"\x7fELF\x02":
        return
    section = sections(data)
    if ".gnu.version_r" not in section:
        return
    first = FIRST[struct.unpack_from("<H", data, 0x12)[0]]
    for entry, library, version, index in needed(data, section):
        if version != NEW:
            continue
        wanted = set(functions(data, section, index))
        if library != "libm.so.6" or not wanted <= SAME_FUNCTIONS:
            sys.exit(f"{path} needs {NEW} of {library} for {', '.join(sorted(wanted - SAME_FUNCTIONS))}")
        strings, size, _ = section[".dynstr"]
        name = data.find(first.encode() + b"\0", strings, strings + size)
        if name < 0:
            sys.exit(f"{path} has no room for the name {first}")
        struct.pack_into("<I", data, entry, hash_of(first))
        struct.pack_into("<I", data, entry + 8, name - strings)
        with open(path, "r+b") as file:
            file.write(data)


for path in sys.argv[1:]:
    accept_older(path)
