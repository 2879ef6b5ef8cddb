#!/usr/bin/env python3
"""The manual page, and what bash, zsh and fish complete, from what the program says of itself.

    make_manual.py EARMARK FOLDER [--date YYYY-MM-DD]

Writes FOLDER/earmark.1, FOLDER/earmark.bash, FOLDER/_earmark and FOLDER/earmark.fish.
"""
import argparse, datetime, json, os, pathlib, subprocess

FILES = {"FILE", "OUT", "MEDIA", "HTML", "PNG", "TEXT"}  # types that are paths
FOLDERS = {"DIR"}


def roff(text):
    """Text in which nothing is a command or a hyphenation."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in text.split("\n"))


def flags(option):
    return ["-" + s for s in option["short"]] + ["--" + s for s in option["long"]]


def is_positional(option):
    return bool(option["positional"])


def kind(option):
    return option["takes"].split(" ")[0]


def takes_folder(verb):
    """Whether what stands behind the verb is a folder."""
    return any(o["positional"] in FOLDERS for o in verb["options"])


def option_entry(option):
    names = ", ".join(f"\\fB{roff(f)}\\fR" for f in flags(option))
    takes = f" \\fI{roff(option['takes'])}\\fR" if option["takes"] else ""
    more = " ..." if option["several"] else ""
    words = option["choices"]
    listed = f" One of: {', '.join(words)}." if words and "|" not in option["takes"] else ""
    return f".TP\n{names or chr(92) + 'fI' + roff(option['positional']) + chr(92) + 'fR'}{takes if names else ''}{more}\n{roff(option['help'] + '.' + listed)}\n"


def example_block(footer):
    return f".nf\n{roff(footer)}\n.fi\n" if footer else ""


def manual(data, date):
    version = data["version"].split()[-1]
    page = [f'.TH EARMARK 1 {date} "Earmark {version}" "User Commands"\n.SH NAME\nearmark \\- chapters for podcasts and audiobooks\n'
            ".SH SYNOPSIS\n.B earmark\n\\fIVERB\\fR [\\fIOPTIONS\\fR] ...\n.SH DESCRIPTION\n"
            "Earmark reads the outline of an episode, as a summary page or a video description gives it, or any chapter file, and writes the\n"
            "chapters into audio files, where podcast apps, audiobook players and cars find them. The audio stays bit for bit what it was,\n"
            "every other tag stays, and a crash at any moment leaves the old file or the new one, whole.\n.SH VERBS\n"]
    for verb in data["verbs"]:
        positionals = " ".join(f"\\fI{roff(o['positional'])}\\fR" + (" ..." if o["several"] else "") for o in verb["options"] if is_positional(o))
        page.append(f".SS earmark {verb['name']} {positionals}\n{roff(verb['help'])}.\n")
        page += [option_entry(o) for o in verb["options"] if not is_positional(o) and "help" not in o["long"]]
        page.append(f".PP\n{example_block(verb['footer'])}" if verb["footer"] else "")
    page.append(f".SH EXAMPLES\n{example_block(data['footer'])}")
    page.append(".SH EXIT STATUS\n.TP\n0\nDone.\n.TP\n1\nThe input or a file has a problem; standard error says which.\n.TP\n2\nWrong usage.\n"
                ".SH FILES\n.TP\n\\fI$XDG_STATE_HOME/earmark/restore\\fR\nThe headers that writes replaced, for \\fBearmark restore\\fR.\n"
                ".SH SEE ALSO\n.BR earmark\\-app (1),\n.BR ffmpeg (1),\n.BR mediainfo (1)\n")
    return "".join(page)


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


def bash(data):
    def words_of(options):
        return " ".join(f for o in options for f in flags(o))

    cases = []
    for verb in data["verbs"]:
        taking = [o for o in verb["options"] if o["takes"] and not is_positional(o)]
        values = "".join(f"                {'|'.join(flags(o))}) COMPREPLY=($(compgen -W {quoted(' '.join(o['choices']))} -- \"$cur\")); return ;;\n"
                         for o in taking if o["choices"])
        values += "".join(f"                {'|'.join(flags(o))}) _earmark_paths {'-d' if kind(o) in FOLDERS else '-f'}; return ;;\n"
                          for o in taking if not o["choices"] and kind(o) in FILES | FOLDERS)
        values += "".join(f"                {'|'.join(flags(o))}) return ;;\n" for o in taking
                          if not o["choices"] and kind(o) not in FILES | FOLDERS)
        cases.append(f"        {verb['name']})\n            case $prev in\n{values}            esac\n"
                     f"            words={quoted(words_of(verb['options']))}{' paths=-d' if takes_folder(verb) else ''} ;;\n")
    return ("# What bash completes for earmark.\n"
            "_earmark_paths ()\n{\n    compopt -o filenames\n    mapfile -t COMPREPLY < <(compgen \"$1\" -- \"$cur\")\n}\n_earmark ()\n{\n"
            "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} words= paths=-f\n    COMPREPLY=()\n"
            "    if [ \"$COMP_CWORD\" = 1 ]; then\n"
            f"        COMPREPLY=($(compgen -W {quoted(' '.join(v['name'] for v in data['verbs']) + ' ' + words_of(data['options']))} -- \"$cur\"))\n"
            "        return\n    fi\n    case ${COMP_WORDS[1]} in\n" + "".join(cases) +
            "    esac\n    case $cur in\n        -*) COMPREPLY=($(compgen -W \"$words\" -- \"$cur\")) ;;\n"
            "        *) _earmark_paths \"$paths\" ;;\n    esac\n}\ncomplete -F _earmark earmark\n")


def zsh(data):
    def bracketed(text):
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")

    def action(option):
        if option["choices"]:
            return f"({' '.join(option['choices'])})"
        return "_files -/" if kind(option) in FOLDERS else "_files" if kind(option) in FILES else " "

    def spec(option):
        takes = f":{bracketed(kind(option))}:{action(option)}" if option["takes"] else ""
        if is_positional(option):
            return quoted(f"*:{bracketed(option['help'])}:_files{' -/' if option['positional'] in FOLDERS else ''}")
        return " ".join(quoted(f"{'*' if option['several'] else ''}{f}[{bracketed(option['help'])}]{takes}") for f in flags(option))

    listed = " ".join(quoted(f"{v['name']}:{bracketed(v['help'])}") for v in data["verbs"])
    cases = "".join(f"        {v['name']}) _arguments -s {' '.join(spec(o) for o in v['options'])} ;;\n" for v in data["verbs"])
    return ("#compdef earmark\n_earmark ()\n{\n    local -a verbs=(" + listed + ")\n"
            "    if (( CURRENT == 2 )); then\n        _describe verb verbs\n        return\n    fi\n"
            "    local verb=$words[2]\n    shift words\n    (( CURRENT-- ))\n    case $verb in\n" + cases + "    esac\n}\n_earmark \"$@\"\n")


def fish(data):
    names = " ".join(v["name"] for v in data["verbs"])
    lines = ["# What fish completes for earmark."]
    for verb in data["verbs"]:
        lines.append(f"complete -c earmark -f -n 'not __fish_seen_subcommand_from {names}' -a {verb['name']} -d {quoted(verb['help'])}")
        seen = f"'__fish_seen_subcommand_from {verb['name']}'"
        if any(is_positional(o) for o in verb["options"]):
            lines.append(f"complete -c earmark -n {seen} " + ("-f -a '(__fish_complete_directories)'" if takes_folder(verb) else "-F"))
        for o in verb["options"]:
            if is_positional(o):
                continue
            parts = "".join(f" -s {s}" for s in o["short"]) + "".join(f" -l {n}" for n in o["long"])
            if o["takes"]:
                parts += f" -x -a {quoted(' '.join(o['choices']))}" if o["choices"] else " -r" + (" -F" if kind(o) in FILES | FOLDERS else " -f")
            lines.append(f"complete -c earmark -n {seen}{parts} -d {quoted(o['help'])}")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("earmark")
    parser.add_argument("folder", type=pathlib.Path)
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", datetime.datetime.now().timestamp()))
    parser.add_argument("--date", default=datetime.datetime.fromtimestamp(epoch, datetime.timezone.utc).strftime("%Y-%m-%d"))
    args = parser.parse_args()
    data = json.loads(subprocess.run([args.earmark, "--describe"], capture_output=True, check=True).stdout)
    args.folder.mkdir(parents=True, exist_ok=True)
    for name, text in {"earmark.1": manual(data, args.date), "earmark.bash": bash(data), "_earmark": zsh(data), "earmark.fish": fish(data)}.items():
        (args.folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
