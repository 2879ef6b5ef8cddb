"""The user guide's journey in a workstation: the built VST3 in Ardour's own window. What that needs lies in tests/Hosts."""
import pathlib, subprocess, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Hosts"))
import ardour_session, ardour_window
from driver import agree, check, in_file, make_chooser

TITLES = ["Opening", "Tides", "Storm glass"]
BEGINS = 48_000  # samples of the session before the episode


def is_missing():
    return ardour_session.is_missing(*ardour_window.PROGRAMS)


def live(build, vst3, lv2, go):
    """Calls go() with the guide's heading and its steps. Leaves pictures in the build's folder for tests."""
    work = build / "tests/work/Live"
    with ardour_session.home_with(vst3, lv2, work) as (folder, env):
        name = ardour_session.plugins(vst3)["VST3"]
        session = ardour_session.session_with(env, folder, "VST3", name, [], begins=BEGINS)
        env["PATH"] = f"{make_chooser(folder)}:{env['PATH']}"
        with ardour_window.Window(folder, env, session, work) as window:
            go("Live, in the workstation", Journey(window, build, folder).steps(), lambda step: window.picture(f"{step}.png"))


class Journey:
    def __init__(self, window, build, folder):
        self.window, self.build, self.folder = window, build, folder

    def steps(self):
        return [self.put, self.begun, self.marked, self.on_timeline, self.reviewed, self.rendered]

    def chapters(self):
        """Milliseconds and titles, as the plug-in gives them to Ardour."""
        return [(c.get("start_ns", c["start_ms"] * 1e6) / 1e6, c["title"]) for c in self.window.chapters("VST3")]

    def put(self):
        """the plug-in is on the track with the voices, and its window is open"""
        check(self.window.editor_place()[2:] == (1120, 720), "the editor has its size in Ardour's window")

    def begun(self):
        """0:00 of the episode is where it begins on the timeline"""
        self.window.osc("/locate", BEGINS, 0)
        self.window.click_into_editor()
        self.window.key("ctrl+shift+Home")

    def marked(self):
        """titles without times are pasted, and a key gives them their places while the show runs"""
        outline = self.folder / "tonight.txt"
        outline.write_text("\n".join(TITLES) + "\n")
        holder = [self.build / "tests/App/earmark_clipboard", outline]
        with subprocess.Popen(holder, env=self.window.env, stdout=subprocess.PIPE, text=True) as clipboard:
            check(clipboard.stdout.readline().strip() == "ready", "the titles are in the clipboard")
            self.window.click_into_editor()
            self.window.key("ctrl+v")
            self.window.wait(1)
            self.window.picture("pasted.png")
            self.window.key("Return")
            self.window.expect_soon(lambda: self.chapters() == [(0, t) for t in TITLES], "they wait at 0:00")
            clipboard.kill()
        self.window.osc("/transport_play")
        for _ in TITLES[1:]:
            self.window.wait(2)
            self.window.key("m")
        self.window.osc("/transport_stop")
        found = self.chapters()
        check([t for _, t in found] == TITLES and found[0][0] == 0 and 1500 < found[1][0] < found[2][0] - 1500 < 6500, f"they are placed: {found}")

    def on_timeline(self):
        """the chapters are marks on Ardour's timeline"""
        self.window.click_into_editor()
        self.window.key("ctrl+alt+m")
        wanted = {title: ardour_session.in_beats(start + BEGINS / 48) for start, title in self.chapters()}
        self.window.expect_soon(lambda: ardour_session.marks(self.window.save()) == wanted, f"at {wanted}")

    def reviewed(self):
        """a review plays Ardour around the marker, and stops it there"""
        self.window.osc("/locate", 60 * 48_000, 0)
        self.window.click_into_editor()
        self.window.key("r")
        self.window.expect_soon(lambda: self.window.ask("/transport_speed") == 1, "Ardour plays")
        self.window.expect_soon(lambda: self.window.ask("/transport_speed") == 0, "and stops by itself")
        stopped = self.window.ask("/transport_frame") / 48_000
        marker = BEGINS / 48_000 + self.chapters()[-1][0] / 1000  # the one that was marked last is chosen
        check(marker + 1.5 < stopped < marker + 3, f"two seconds behind the marker: at {stopped:.2f} s, and the marker is at {marker:.2f} s")
        self.window.picture("reviewed.png")
        self.window.key("Escape")

    def rendered(self):
        """Ardour renders, the plug-in finds the file and writes the chapters into it"""
        renders = self.window.session / "export"
        (self.folder / "answer").write_text(str(renders))
        self.window.click_into_editor()
        self.window.key("ctrl+shift+r")
        self.window.wait(1)
        self.window.osc("/access_action", "Main/QuickExport")
        dialog = self.window.wait_for(lambda: self.window.windows("Quick Audio Export"), "Ardour's question what to render")[0]
        place = dict(line.split("=") for line in self.window.xdo("getwindowgeometry", "--shell", dialog).split())
        right, bottom = int(place["X"]) + int(place["WIDTH"]), int(place["Y"]) + int(place["HEIGHT"])
        self.window.xdo("mousemove", right - 60, bottom - 30, "click", 1)
        file = self.window.wait_for(lambda: next(renders.glob("*.wav"), None), "the rendered file")
        self.window.wait(5)  # until the render is known to have ended, and the file to be complete
        self.window.click_into_editor()
        self.window.picture("asked.png")
        self.window.key("Return")
        self.window.wait(2)
        self.window.key("Return")
        self.window.expect_soon(lambda: agree(in_file(file), self.chapters()), f"{file.name} has the chapters, as ffprobe reads them")
