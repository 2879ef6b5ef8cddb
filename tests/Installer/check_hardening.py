#!/usr/bin/env python3
"""Reads off binaries whether they were built as cmake/Hardening.cmake says.

    check_hardening.py BINARY...          exit code 1 when one of them lacks something, each with a line that says what
    check_hardening.py --self-test CC     the same on small programs, each built without one of the protections
"""
import pathlib, platform, re, subprocess, sys, tempfile

BRANCH_TARGET = bytes.fromhex("f30f1efa")  # endbr64
START_FILES_TARGETS = 8  # those that the C library's own start files bring


def readelf(*args):
    return subprocess.run(["readelf", "-W", *args], capture_output=True, text=True, check=True).stdout


def code(path):
    """The bytes of .text."""
    section = re.search(r"\] \.text\s+PROGBITS\s+\w+ (\w+) (\w+)", readelf("-S", path))
    offset, size = (int(n, 16) for n in section.groups())
    return pathlib.Path(path).read_bytes()[offset:offset + size]


def flaws(path):
    header, segments, dynamic = readelf("-h", path), readelf("-l", path), readelf("-d", path)
    asked = {name for name in re.findall(r" UND (\w+)", readelf("--dyn-syms", path))}
    stack = re.search(r"GNU_STACK\s+\S+ \S+ \S+ \S+ \S+ (\S+)", segments)
    program = "INTERP" in segments
    found = {
        "lies where it is told to (no PIE)": not re.search(r"Type:\s+DYN", header) or program and not re.search(r"FLAGS_1.*\bPIE\b", dynamic),
        "has no part that becomes read-only (RELRO)": "GNU_RELRO" not in segments,
        "looks functions up while it runs (no BIND_NOW)": not re.search(r"FLAGS.*\bNOW\b|BIND_NOW", dynamic),
        "has an executable stack": not stack or "E" in stack[1],
        "has memory that is written and executed": bool(re.search(r"LOAD .* RWE ", segments)),
        "changes its code when it is loaded (TEXTREL)": "TEXTREL" in dynamic,
        "has no stack protector": "__stack_chk_fail" not in asked,
        "has no fortified function": not any(name.endswith("_chk") for name in asked),
        "has no assertions of the C++ library": not any("__glibcxx_assert_fail" in name for name in asked),
    }
    if platform.machine() == "x86_64":
        found["marks no targets of jumps (no CET)"] = code(path).count(BRANCH_TARGET) <= START_FILES_TARGETS
    return [what for what, is_so in found.items() if is_so]


def self_test(compiler):
    source = """#include <cstdio>
#include <cstring>
#include <vector>
""" + "".join(f"[[gnu::noinline]] int f{i} (const char* text) {{ char copy[64]; std::strcpy (copy, text); return copy[{i}]; }}\n" for i in range(20)) + """
int main (int count, char** words)
{
    std::vector<int> sums (count);
    for (auto f : { %s })
        sums[f (words[0]) %% count] += f (words[0]);
    std::printf ("%%d\\n", sums[count - 1]);
}
""" % ", ".join(f"f{i}" for i in range(20))
    good = ["-O2", "-fPIE", "-pie", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=3", "-D_GLIBCXX_ASSERTIONS", "-fstack-protector-strong",
            "-Wl,-z,relro,-z,now", *(["-fcf-protection=full"] if platform.machine() == "x86_64" else [])]
    spoilt = {
        "PIE": ["-fno-pie", "-no-pie"],
        "RELRO": ["-Wl,-z,norelro"],
        "BIND_NOW": ["-Wl,-z,lazy"],
        "executable stack": ["-Wl,-z,execstack"],
        "stack protector": ["-fno-stack-protector"],
        "fortified": ["-U_FORTIFY_SOURCE"],
        "assertions": ["-U_GLIBCXX_ASSERTIONS"],
    }
    if platform.machine() == "x86_64":
        spoilt["CET"] = ["-fcf-protection=none"]
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "a.cpp").write_text(source)

        def built(flags):
            path = pathlib.Path(folder) / "a"
            subprocess.run([compiler, *good, *flags, str(path) + ".cpp", "-o", str(path)], check=True)
            return flaws(str(path))

        if found := built([]):
            failures.append(f"a good program {found}")
        for what, flags in spoilt.items():
            found = built(flags)
            if len(found) != 1 or what not in found[0]:
                failures.append(f"built with {' '.join(flags)}, a program should lack only {what}, but: {found}")
    return failures


def main():
    if sys.argv[1:2] == ["--self-test"]:
        told, fine = self_test(sys.argv[2]), "each flaw is found"
    else:
        told, fine = [f"{path}: {what}" for path in sys.argv[1:] for what in flaws(path)], f"{len(sys.argv) - 1} looked at, nothing amiss"
    print("\n".join(told) or fine)
    return 1 if told or len(sys.argv) < 2 else 0


sys.exit(main())
