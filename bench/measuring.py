"""What several of the benches need: long audio, the memory that a process took at most, a display that nobody sees."""
import contextlib, mmap, os, pathlib, struct, subprocess, sys, tempfile, time

BOOK = ["-c:a", "libmp3lame", "-b:a", "64k"]
BOOK_SECONDS = 72000  # 20 hours


def media(folder, name, seconds, codec):
    """Made once and kept in the folder."""
    path = folder / name
    if not path.exists():
        print(f"making {name} ({seconds} s)", file=sys.stderr)
        part = folder / ("part-" + name)
        # Ten minutes of changing sound, over and over: making twenty hours would take longer than reading them.
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "anoisesrc=d=600:c=pink:a=0.1:r=44100:seed=7,tremolo=f=0.3:d=0.9",
                        *codec, folder / ("piece-" + name)], check=True)
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-stream_loop", str(seconds // 600), "-i", folder / ("piece-" + name), "-t", str(seconds),
                        "-c", "copy", part], check=True)
        part.rename(path)
    return path


def peak_memory(command, env=None):
    """In MB, and what the command printed."""
    script = ("import resource, subprocess, sys\nout = subprocess.run(sys.argv[1:], check=True, capture_output=True, text=True).stdout\n"
              "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, out)")
    told = subprocess.run([sys.executable, "-c", script, *map(str, command)], check=True, capture_output=True, text=True, env=env).stdout
    memory, out = told.split(" ", 1)
    return int(memory) / 1024, out


class Display:
    """An Xvfb, and the memory that it draws into."""

    def __init__(self, folder):
        self.folder = folder
        self.name = f":{20000 + os.getpid() % 10000}"
        self.env = dict(os.environ, DISPLAY=self.name, HOME=str(folder), XDG_CACHE_HOME=str(folder / "cache"))
        self.server = subprocess.Popen(["Xvfb", self.name, "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset", "-fbdir", folder],
                                       stderr=subprocess.DEVNULL)
        while subprocess.run(["xwininfo", "-root"], env=self.env, capture_output=True).returncode:
            time.sleep(0.05)
        with open(folder / "Xvfb_screen0", "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(">25I", self.memory[:100])  # X window dump: XWDFile.h
        self.begin, self.height, self.line = header[0] + 12 * header[19], header[5], header[12]

    def rows(self):
        """Every twentieth row of what is to be seen."""
        return b"".join(self.memory[self.begin + y * self.line:self.begin + (y + 1) * self.line] for y in range(0, self.height, 20))


@contextlib.contextmanager
def display(build):
    with tempfile.TemporaryDirectory(dir=build) as folder:
        shown = Display(pathlib.Path(folder))
        try:
            yield shown
        finally:
            shown.server.kill()
            shown.server.wait()
            shown.memory.close()
