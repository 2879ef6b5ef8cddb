"""The plug-in's editor in a real host's window, in a display of its own, driven by xdotool and looked at in pictures."""
import os, re, signal, subprocess, sys, time

PROGRAMS = ("Xvfb", "xdotool", "xwininfo", "import", "convert")


class HostWindow:
    """Has a display from `with` to its end. `start` is the host's: it starts the programs, and sets `editor`."""

    def __init__(self, folder, env, pictures):
        self.folder, self.env, self.pictures = folder, dict(env), pictures
        self.log = folder / "host.log"
        self.processes = []
        self.editor = None  # the X window that the host has put it in

    def __enter__(self):
        try:
            self.start_display()
            self.start()
            return self
        except BaseException:
            self.close()
            raise

    def __exit__(self, *_):
        self.close()

    def start_display(self):
        reading, writing = os.pipe()
        self.processes.append(subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"],
                                               pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True))
        os.close(writing)
        self.env["DISPLAY"] = ":" + (os.read(reading, 16).decode().strip() or sys.exit("FAILED: Xvfb did not start"))

    def run(self, *command):
        self.processes.append(subprocess.Popen([str(c) for c in command], env=self.env, stdin=subprocess.DEVNULL,
                                               stdout=self.log.open("a"), stderr=subprocess.STDOUT, start_new_session=True))

    def close(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def xdo(self, *command):
        return subprocess.run(["xdotool", *map(str, command)], env=self.env, capture_output=True, text=True).stdout

    def windows(self, name):
        return self.xdo("search", "--onlyvisible", "--name", name).split()

    def picture(self, name):
        self.pictures.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", str(self.pictures / name)], env=self.env, check=True)

    def drawn_window(self):
        """What JUCE draws, inside of the host's own window: the X window, its left, top, width and height."""
        tree = subprocess.run(["xwininfo", "-tree", "-id", self.editor], env=self.env, capture_output=True, text=True).stdout
        window, *place = re.findall(r"0x(\w+) .* (\d{3,})x(\d{3,})\+-?\d+\+-?\d+ +\+(-?\d+)\+(-?\d+)", tree)[-1]
        width, height, left, top = map(int, place)
        return int(window, 16), left, top, width, height

    def editor_place(self):
        return self.drawn_window()[1:]

    def playhead_column(self, name):
        """Of the editor, in a picture that is kept: the one that is white over the height of the timeline. None where there is none."""
        self.picture(name)
        left, top, width, _ = self.editor_place()
        height, width = 120, width - 8
        grey = subprocess.run(["convert", self.pictures / name, "-crop", f"{width}x{height}+{left + 4}+{top + 170}", "+repage", "-depth", "8", "gray:-"],
                              check=True, capture_output=True).stdout
        darkest = [min(grey[x::width]) for x in range(width)]
        return darkest.index(max(darkest)) if max(darkest) > 200 else None

    def settled_column(self, name, other_than=None):
        """Where the playhead has come to a stand, in two pictures one after the other."""
        def is_settled():
            before.append(self.playhead_column(name))
            return before[-1] is not None and before[-1] == before[-2] != other_than

        before = [None]
        self.wait_for(is_settled, "a playhead that has arrived and stands")
        return before[-1]

    def follows(self, locate, name):
        """Where the line is drawn, for places that the host's playhead is put to while it stands."""
        drawn = [self.playhead_column(f"{name}-opened.png")]
        for second in (2, 5, 8):
            locate(second * 48_000)
            drawn.append(self.settled_column(f"{name}-at-{second}.png", drawn[-1]))
        left, right = drawn[2] - drawn[1], drawn[3] - drawn[2]
        self.expect(left > 20 and abs(left - right) <= 2, f"{name}: the playhead stands where the host's does, at the columns {drawn[1:]}")

    def goes_along(self, locate, play, name):
        """And while it plays."""
        picture = f"{name}-following.png"
        there = self.playhead_column(picture)
        locate(96_000)
        columns = [self.settled_column(picture, there)]
        play()
        while len(columns) < 5:
            last = columns[-1]
            columns.append(self.wait_for(lambda: max(0, (self.playhead_column(picture) or 0) - last), "a playhead that moves") + last)
        print(f"ok: {name}: the playhead goes along, through the columns {columns}", flush=True)

    def fail(self, what):
        self.picture("failed.png")
        sys.exit(f"FAILED: {what}; {self.pictures}/failed.png shows what was there")

    def expect(self, is_true, what):
        if not is_true:
            self.fail(what)
        print("ok:", what, flush=True)

    def expect_soon(self, condition, what):
        self.wait_for(condition, what)
        print("ok:", what, flush=True)

    def wait_for(self, condition, what, seconds=30, detail=lambda: ""):
        end = time.time() + seconds
        while time.time() < end:
            if found := condition():
                return found
            if self.processes[-1].poll() is not None:
                sys.exit(f"FAILED: the host ended: {self.log.read_text()[-2000:]}")
            time.sleep(0.1)
        self.fail(f"not within {seconds} seconds: {what}{detail()}")

    @staticmethod
    def wait(seconds):
        """For what cannot be asked: until all that was sent has been taken in."""
        time.sleep(seconds)

    def click_into_editor(self):
        """Without a window manager only a click gives it the keyboard: into the empty part of the table of chapters. A host that opens
        other windows meanwhile may take it away."""
        def has_keyboard():
            window, left, top, _, height = self.drawn_window()
            self.xdo("mousemove", left + 300, top + height - 100, "click", 1)
            self.wait(0.5)
            return self.xdo("getwindowfocus").strip() == str(window)

        self.wait_for(has_keyboard, "the keyboard in the editor")

    def key(self, *keys):
        for key in keys:
            self.xdo("key", "--clearmodifiers", key)
            self.wait(0.3)
