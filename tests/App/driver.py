"""Drives the real app in a display of its own, as a hand at mouse and keyboard would."""
import json, os, pathlib, shutil, signal, subprocess, sys, tempfile, time

WIDTH, HEIGHT = 1280, 800
# As in Source/Session/WindowLayout.cpp and Source/UI/Timeline/FlagPainter.h, for a window of this size.
FLAGS_Y = 46 + 54 + 22 + 12
MARGIN = 1.02  # what a timeline shows behind the end
PATIENCE = float(os.environ.get("EARMARK_PATIENCE", 1))  # how many times slower the app may be, as under a sanitizer


def pause(seconds):
    """Until the app has come after."""
    time.sleep(seconds * PATIENCE)


def made(project):
    """What its user made of a project: Earmark learns for which audio the chapters were timed once it has heard that they fit."""
    return {name: value for name, value in project.items() if name != "timed_for"}


class App:
    def __init__(self, build, *arguments):
        self.build = pathlib.Path(build).resolve()
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=self.build / "tests"))
        self.project = self.folder / "project.earmark"
        self.processes = []
        self.display = self.start_display()
        self.env = dict(os.environ, DISPLAY=self.display, HOME=str(self.folder),
                        PATH=f"{make_chooser(self.folder)}:{os.environ['PATH']}")
        self.launch("--project", self.project, *arguments)

    def answer(self, path):
        """The file or folder that the next question for one gets."""
        (self.folder / "answer").write_text(str(path))

    def launch(self, *arguments):
        """Another instance: the one that keys and clicks go to from now on."""
        said = self.folder / f"said-{len(self.processes)}"  # a file takes any amount, where a pipe would stop the app
        with said.open("w") as output:
            self.app = self.start(self.build / "earmark-app", "--settings", self.folder / "settings",
                                  "--size", f"{WIDTH}x{HEIGHT}", *arguments, output=output)
        self.app.said = said
        self.window = self.wait_for(lambda: self.is_running() and self.xdo("search", "--onlyvisible", "--pid", self.app.pid, check=False).split()[:1], "the window")[0]
        self.xdo("windowmove", self.window, "0", "0")
        self.xdo("windowfocus", "--sync", self.window)
        # There is no window manager to make the window the active one: a click on the empty table does it.
        self.xdo("mousemove", 400, 700, "click", 1)
        pause(0.4)
        self.xdo("key", "shift")  # the first key may come before a slow app knows that it has the keyboard
        pause(0.1)

    def kill(self):
        """As a crash would end it."""
        self.is_running()  # one that a sanitizer has ended must not count as killed
        self.app.kill()
        self.app.wait()

    def left_behind(self):
        """What is kept against a crash."""
        return sorted(p.name for p in (self.folder / "recovery").glob("*") if p.suffix in (".earmark", ".lock"))

    def start_display(self):
        display = f":{100 + os.getpid() % 10000}"
        self.processes.append(subprocess.Popen(["Xvfb", display, "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"],
                                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        answers = lambda: subprocess.run(["xwininfo", "-root"], env=dict(os.environ, DISPLAY=display), capture_output=True).returncode == 0
        self.wait_for(answers, "the display", 15)
        return display

    def start(self, *command, output=subprocess.PIPE):
        process = subprocess.Popen([str(c) for c in command], env=self.env, stdout=output, stderr=subprocess.STDOUT, text=True)
        self.processes.append(process)
        return process

    def is_running(self):
        if self.app.poll() is not None:
            sys.exit(self.failure())
        return True

    def failure(self):
        """How it ended, and the end of what it said; of what JUCE says of X properties, which the display of a test lacks, nothing."""
        said = [line for line in self.app.said.read_text(errors="replace").splitlines() if not line.startswith("ERROR: X returned BadAtom")]
        return "\n".join([f"FAILED: the app ended with {self.app.returncode}:", *said[-100:]])

    def xdo(self, *command, check=True):
        return subprocess.run(["xdotool", *map(str, command)], env=self.env, check=check, capture_output=True, text=True).stdout

    @staticmethod
    def wait_for(condition, what, seconds=30):
        end = time.time() + seconds * PATIENCE
        while time.time() < end:
            if found := condition():
                return found
            time.sleep(0.05)
        sys.exit(f"FAILED: {what} did not come within {seconds * PATIENCE:g} seconds")

    def key(self, *keys):
        for key in keys:
            self.xdo("key", "--clearmodifiers", key)
            pause(0.12)

    def type(self, text):
        self.xdo("type", "--delay", "15", "--", text)
        pause(0.15)

    def copy(self, path):
        holder = self.start(self.build / "tests/App/earmark_clipboard", path)
        assert holder.stdout.readline().strip() == "ready"
        self.xdo("windowfocus", self.window)
        pause(0.6)

    def drag(self, x1, x2, y):
        self.xdo("mousemove", round(x1), y, "mousedown", 1)
        for i in range(1, 9):
            self.xdo("mousemove", round(x1 + (x2 - x1) * i / 8), y)
            pause(0.03)
        self.xdo("mouseup", 1)
        pause(0.15)

    def choose(self, path, *keys):
        """Presses keys that ask for a file, and gives this one."""
        self.answer(path)
        self.key(*keys)
        pause(1)

    def kept(self):
        """What the project's file holds."""
        return json.loads(self.project.read_text(encoding="utf-8"))

    def saved(self, what="the saved project"):
        """Saves over what is there, and returns what it holds then."""
        before = self.project.stat().st_mtime_ns if self.project.exists() else 0
        self.key("ctrl+s")
        self.wait_for(lambda: self.project.exists() and self.project.stat().st_mtime_ns != before, what, 20)
        pause(0.1)
        return self.kept()

    def chapters(self):
        """What the document holds, through Save."""
        return self.saved()["chapters"]

    def starts(self):
        return [c["start_ms"] for c in self.chapters()]

    def earmark(self, *arguments):
        subprocess.run([self.build / "earmark", *arguments], check=True, capture_output=True)

    def own_copy(self, media, name=""):
        """Without the chapters that it may have, so that nothing is asked about them."""
        copy = pathlib.Path(shutil.copy(media, self.folder / name))
        self.earmark("strip", copy)
        return copy

    def picture(self, path):
        subprocess.run(["import", "-window", self.window, str(path)], env=self.env, check=True)

    def look(self, name):
        """A picture, where somebody wants to see the screens."""
        if folder := os.environ.get("EARMARK_KEEP_SCREENS"):
            self.picture(pathlib.Path(folder) / f"{name}.png")

    def close(self):
        if self.app.poll() is None:
            self.app.send_signal(signal.SIGINT)  # it ends in order, and a sanitizer looks for what it left
        try:
            self.app.wait(10 * PATIENCE)
            failure = None if self.app.returncode in (0, -signal.SIGKILL) else self.failure()
        finally:
            for process in reversed(self.processes):
                if process.poll() is None:
                    process.kill()
                process.wait()
            shutil.rmtree(self.folder)
        if failure:
            sys.exit(failure)


def make_chooser(folder):
    """What JUCE asks for files on Linux is a program of the desktop; the one in the folder that this returns chooses what FOLDER/answer says."""
    programs = folder / "bin"
    programs.mkdir()
    chooser = programs / "zenity"
    chooser.write_text(f'#!/bin/sh\ncase "$1" in --version) echo 4.0.0 ;; *) cat "{folder}/answer" ;; esac\n')
    chooser.chmod(0o755)
    return programs


def check(is_true, what):
    if not is_true:
        sys.exit("FAILED: " + what)
    print("ok:", what)


def in_file(path):
    """The chapters that another program finds there: milliseconds and title."""
    probe = subprocess.run(["ffprobe", "-v", "error", "-show_chapters", "-of", "json", path], check=True, capture_output=True)
    return [(round(float(c["start_time"]) * 1000), c["tags"].get("title", "")) for c in json.loads(probe.stdout)["chapters"]]


def agree(found, wanted):
    """Documents and containers round to the millisecond in their own ways."""
    return len(found) == len(wanted) and all(abs(a - b) <= 1 and t == u for (a, t), (b, u) in zip(found, wanted))
