#!/usr/bin/env python3
"""Whether the manual page and the completions know all that `earmark --describe` tells of, and the app's page what its `--help` does:

    check_manual.py EARMARK MAKE_MANUAL [APP ITS_PAGE]

The manual page is read as text, bash is asked for real; zsh and fish too, where they are installed, else their files are read.
"""
import json, pathlib, re, shutil, subprocess, sys, tempfile


def output_of(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, check=True).stdout


def flags(option):
    return ["-" + s for s in option["short"]] + ["--" + s for s in option["long"]]


def words_in(text):
    return {word.rstrip(".") for word in re.findall(r"[\w.-]+", text)}


def plain_manual(path):
    """What the page says, without its typesetting."""
    return re.sub(r"\\f.", "", pathlib.Path(path).read_text().replace("\\-", "-").replace("\\&", ""))


def sections_of_manual(path):
    plain = plain_manual(path)
    return {name: text for name, text in re.findall(r"^\.SS earmark (\w+)(.*?)(?=^\.S[SH] )", plain, re.M | re.S)}


def ask_bash(path, *words):
    script = f"compopt () {{ :; }}; . {path}; COMP_WORDS=({' '.join(repr(w) for w in words)}); COMP_CWORD={len(words) - 1}; _earmark; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    return set(output_of("bash", "--norc", "-c", script).split())


def paths_by_bash(path, folder, *words):
    """What it offers in a folder, one a line: names may have spaces."""
    script = f"compopt () {{ :; }}; . {path}; COMP_WORDS=({' '.join(repr(w) for w in words)}); COMP_CWORD={len(words) - 1}; _earmark; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    return set(subprocess.run(["bash", "--norc", "-c", script], cwd=folder, capture_output=True, text=True, check=True).stdout.splitlines())


def ask_fish(path, *words):
    told = output_of("fish", "--no-config", "-c", f"source {path}; complete -C '{' '.join(words)}'")
    return {line.split("\t")[0] for line in told.splitlines()}


def ask_zsh(path, *words):
    """What its function hands to zsh's own."""
    script = ("compdef () { : }; _arguments () { print -rl -- \"$@\" }; _describe () { print -rl -- ${verbs%%:*} }; "
              f"words=({' '.join(repr(w) for w in words)}); CURRENT={len(words)}; source {path}")
    told = output_of("zsh", "-f", "-c", script)
    return set(re.findall(r"^\*?(--?[\w-]+)\[", told, re.M)) | {w for list_ in re.findall(r":\(([^)]*)\)$", told, re.M) for w in list_.split()} | set(told.split())


def main():
    earmark, make_manual, *app_and_page = sys.argv[1:]
    data = json.loads(output_of(earmark, "--describe"))
    verbs = {verb["name"]: [o for o in verb["options"] if not o["positional"]] for verb in data["verbs"]}
    assert len(verbs) > 5 and all(verbs.values()), "the program describes nothing"
    failures = []

    def demand(who, wanted, known):
        failures.extend(f"{who} does not know {word}" for word in wanted if word not in known)

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        output_of(sys.executable, make_manual, earmark, folder)

        manual = sections_of_manual(folder / "earmark.1")
        demand("the manual page", verbs, manual)
        for verb, options in verbs.items():
            said = words_in(manual.get(verb, ""))
            for o in options:
                if "help" not in o["long"]:
                    demand(f"the manual page of {verb}", flags(o) + o["choices"], said)

        shells = {"bash": (ask_bash, folder / "earmark.bash"), "zsh": (ask_zsh, folder / "_earmark"), "fish": (ask_fish, folder / "earmark.fish")}
        asked = [shell for shell in shells if shutil.which(shell)]
        for shell in asked:
            ask, path = shells[shell]
            demand(shell, verbs, ask(path, "earmark", ""))
            for verb, options in verbs.items():
                offered = ask(path, "earmark", verb, "--") | ask(path, "earmark", verb, "-")
                for o in options:
                    demand(f"{shell}, after {verb},", flags(o), offered)
                    if o["choices"]:
                        demand(f"{shell}, after {verb} {flags(o)[-1]},", o["choices"], offered if shell == "zsh" else ask(path, "earmark", verb, flags(o)[-1], ""))
        desk = folder / "desk"
        (desk / "two words").mkdir(parents=True)
        (desk / "an episode.mp3").touch()
        for words, offered in ((("tag", ""), {"two words", "an episode.mp3"}), (("check", "--sheet", ""), {"two words", "an episode.mp3"}),
                               (("tag", "--outlines", ""), {"two words"}), (("watch", ""), {"two words"})):
            if paths_by_bash(folder / "earmark.bash", desk, "earmark", *words) != offered:
                failures.append(f"bash, after {' '.join(words)}, does not offer {', '.join(sorted(offered))} alone")
        for shell in set(shells) - set(asked):
            text = shells[shell][1].read_text()
            for verb, options in verbs.items():
                lines = [line for line in text.splitlines() if re.search(rf"\b{verb}\b", line)]
                known = words_in("\n".join(lines))
                for o in options:
                    demand(f"{shell}'s file, at {verb},", (flags(o) if shell == "zsh" else o["long"] + o["short"]) + o["choices"], known)

    if app_and_page:
        app, page = app_and_page
        options = re.findall(r"(?<![\w-])--[\w-]+", output_of(app, "--help"))
        assert len(options) > 5, "the app tells no options"
        demand("the app's page", options, words_in(plain_manual(page)))

    print("\n".join(failures) or f"{len(verbs)} verbs, {sum(map(len, verbs.values()))} options; asked: {', '.join(asked)}")
    return 1 if failures or "bash" not in asked else 0


sys.exit(main())
