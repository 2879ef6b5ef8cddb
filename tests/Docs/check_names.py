#!/usr/bin/env python3
"""Whether every key and button that a guide names in bold is one of the window's: check_names.py SOURCE GUIDE

Keys are those of the table of commands, names those of its rows and what stands on buttons and in menus.
"""
import pathlib, re, sys


def literals(path):
    text = path.read_text(encoding="utf-8")
    return [re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), s) for s in re.findall(r'"((?:[^"\\\n]|\\.)*)"', text)]


def main():
    source, guide = map(pathlib.Path, sys.argv[1:])
    commands = sorted((source / "Session/Commands").glob("*.cpp"))
    rows = [row for path in commands for row in re.findall(r'\{((?:\s*"[^"]+",?)+)\s*\}', path.read_text(encoding="utf-8"))]
    keys = {key for row in rows for key in re.findall(r'"([^"]+)"', row)}
    names = set().union(*(literals(path) for path in [*commands, *sorted((source / "UI").rglob("*.cpp")), *sorted((source / "UI").rglob("*.h"))]))
    assert "ctrl+z" in keys and "undo" not in keys and "Undo" in names, "the table of commands is no longer where it was"
    text = re.sub(r"^```.*?^```$", lambda m: "\n" * m[0].count("\n"), guide.read_text(encoding="utf-8"), flags=re.M | re.S)
    count, failures = 0, []
    for found in re.finditer(r"\*\*([^*]+)\*\*", text):
        count += 1
        name = " ".join(found[1].split())
        if name.lower() not in keys and not {name, name + "…"} & names:
            failures.append(f"{guide.name}:{text.count(chr(10), 0, found.start()) + 1}: the window has no key or button '{name}'")
    print("\n".join(failures) or f"{guide.name}: {count} keys and buttons are there")
    return 1 if failures or count == 0 else 0


sys.exit(main())
