"""ardour_markers.py VST3-BUNDLE LV2-BUNDLE WORK EARMARK: chapters become marks in Ardour's session file, by a key in the plug-in's window through
Open Sound Control, and by the Lua script that Earmark exports. Ends with 4, for skipped, where there is no Ardour and no display."""
import base64, json, pathlib, subprocess, sys

import ardour_session as ardour
import ardour_window

CHAPTERS = [(0, "Welcome"), (3333, "Caf\u00e9 \u2013 1"), (7250, "Goodbye")]  # milliseconds
BY_LUA = [(1750, 'Lua "One"'), (4754, "Lua Zw\u00f6lf")]


def main(vst3, lv2, work, earmark):
    if ardour.is_missing(*ardour_window.PROGRAMS):
        return 4
    with ardour.home_with(vst3, lv2, work) as (folder, env):
        pack_script(folder, env, earmark)
        for (kind, name), domain in zip(ardour.plugins(vst3).items(), ("BeatTime", "AudioTime")):
            session = ardour.session_with(env, folder, kind, name, CHAPTERS, domain)
            with ardour_window.Window(folder, env, session, work) as window:
                check(window, kind, domain)
    return 0


def check(window, kind, domain):
    place = ardour.in_beats if domain == "BeatTime" else ardour.in_audio
    window.osc("/locate", 240_000, 0)
    window.osc("/add_marker", "Mine")
    wanted = {name: place(ms) for ms, name in CHAPTERS} | {"Mine": place(5000)}
    window.click_into_editor()
    window.key("ctrl+alt+m")
    compare(window, wanted, "set by the plug-in")
    print(f"{kind}, {domain}: the chapters are marks", flush=True)

    # Renamed, one gone, one new; the user's own stays.
    window.click_into_editor()
    window.key("Down", "Down", "e", "ctrl+a")
    window.xdo("type", "--delay", "20", "Tides")
    window.key("Return", "Down", "Delete")
    before = window.settled_column(f"{kind}-{domain}.png")
    window.osc("/locate", 420_000, 0)
    window.settled_column(f"{kind}-{domain}.png", before)
    window.key("i", "ctrl+alt+m")
    wanted = {"Welcome": place(0), "Tides": place(3333), "Chapter 3": place(8750), "Mine": place(5000)}
    compare(window, wanted, "changed by the plug-in")
    print(f"{kind}, {domain}: the marks go along with the chapters", flush=True)

    window.osc("/access_action", "LuaAction/script-1")
    compare(window, wanted | {name: place(ms) for ms, name in BY_LUA}, "set by the script")
    print(f"{kind}, {domain}: the script sets its marks", flush=True)
    window.xdo("windowmove", "--sync", window.editor, 240, 620)
    window.wait(1)
    window.picture(f"{kind}-{domain}-marks.png")


def compare(window, wanted, how):
    def is_so():
        found.update(all=ardour.marks(window.save()))
        return found["all"] == wanted

    found = {}
    window.wait_for(is_so, f"marks {how}", 30, lambda: f": there are {found['all']} instead of {wanted}")


def pack_script(folder, env, earmark):
    """Ardour's script manager has the script that Earmark exports as its first action."""
    outline, script, packed = folder / "outline.json", folder / "chapters.lua", folder / "packed"
    outline.write_text(json.dumps({"earmark": 1, "chapters": [{"start_ms": ms, "title": title} for ms, title in BY_LUA]}))
    subprocess.run([earmark, "convert", outline, "--to", "ardour-lua", "-o", script], check=True, stdout=subprocess.DEVNULL)
    ardour.lua(ardour.HERE / "pack_script.lua", env, EARMARK_SCRIPT=script, EARMARK_PACKED=packed)
    content = base64.b64encode(packed.read_bytes()).decode()
    (pathlib.Path(env["XDG_CONFIG_HOME"]) / "ardour9/ui_scripts").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<UIScripts><ActionScript lua="Lua 5.3">{content}</ActionScript><ActionHooks/></UIScripts>\n')


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(a).resolve() for a in sys.argv[1:5])))
