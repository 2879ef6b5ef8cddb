"""ardour_editor.py VST3-BUNDLE LV2-BUNDLE WORK: the plug-in's window in Ardour's follows Ardour's playhead, takes keys, and Ardour learns of edits. Leaves
pictures in WORK. Ends with 4, for skipped, where there is no Ardour and no display."""
import pathlib, sys

import ardour_session as ardour
import ardour_window

CHAPTERS = [(1000, "Welcome"), (20_000, "Caf\u00e9")]


def main(vst3, lv2, work):
    if ardour.is_missing(*ardour_window.PROGRAMS):
        return 4
    with ardour.home_with(vst3, lv2, work) as (folder, env):
        for kind, name in ardour.plugins(vst3).items():
            session = ardour.session_with(env, folder, kind, name, CHAPTERS)
            with ardour_window.Window(folder, env, session, work) as window:
                check(window, kind)
    return 0


def check(window, kind):
    window.expect(window.editor_place()[2:] == (1120, 720), f"{kind}: the editor has its own size in Ardour's window")
    locate = lambda sample: window.osc("/locate", sample, 0)
    window.follows(locate, kind)
    window.expect(window.title() == "s1 - Ardour", f"{kind}: nothing that was looked at counts as an edit")

    window.goes_along(locate, lambda: window.osc("/transport_play"), kind)
    window.click_into_editor()
    window.key("i")
    window.expect_soon(lambda: window.title() == "*s1 - Ardour", f"{kind}: Ardour knows that the session has changed")
    window.wait(1)  # within half a second two marks are one
    window.key("space")
    if kind == "LV2":  # which is not told whether Ardour records
        window.key("ctrl+alt+m")
        window.wait(2)
        window.expect(window.ask("/transport_speed") == 1, "LV2: no key stops Ardour while it may record")
        window.osc("/transport_stop")
    window.expect_soon(lambda: window.ask("/transport_speed") == 0, f"{kind}: Ardour has stopped")
    window.settled_column(f"{kind}-stopped.png")
    stopped = window.ask("/transport_frame")
    window.key("i")
    window.expect_soon(lambda: len(window.chapters(kind)) == 4, f"{kind}: each key set a chapter")
    marked = [c["start_ms"] for c in window.chapters(kind) if c["title"].startswith("Chapter")]
    window.expect(2000 < marked[0] < marked[1] and abs(marked[1] - stopped / 48) <= 1,
                  f"{kind}: the second is where Ardour has stopped, at {stopped} samples: {marked[1]} ms")
    window.picture(f"{kind}-marked.png")


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(a).resolve() for a in sys.argv[1:4])))
