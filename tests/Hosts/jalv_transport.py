"""jalv_transport.py LV2-BUNDLE WORK: jalv runs the LV2 in a JACK without hardware, and the plug-in's window follows JACK's transport. Leaves pictures
in WORK. Ends with 4, for skipped, where there is no jalv, no jackd and no display."""
import ctypes, os, pathlib, shutil, sys, tempfile

import ardour_session
from host_window import HostWindow, PROGRAMS


def main(lv2, work):
    if ardour_session.is_missing("jalv.gtk3", "jackd", *PROGRAMS):
        return 4
    work.mkdir(parents=True, exist_ok=True)
    folder = pathlib.Path(tempfile.mkdtemp(dir=work))
    try:
        # A server of its own, for jackd, jalv and this program.
        os.environ["JACK_DEFAULT_SERVER"] = f"earmark-{os.getpid()}"
        env = dict(os.environ, HOME=str(folder), XDG_CONFIG_HOME=str(folder), LV2_PATH=f"{lv2.parent}:/usr/lib/lv2")
        with Jalv(folder, env, work) as window:
            check(window)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def check(window):
    window.expect(window.editor_place()[2:] == (1120, 720), "jalv: the editor has its own size in jalv's window")
    jack = window.jack
    window.follows(jack.locate, "jalv")
    window.goes_along(jack.locate, lambda: jack.roll(True), "jalv")
    jack.roll(False)
    window.expect(window.settled_column("jalv-stopped.png") > 0, "jalv: the playhead stands when JACK does")


class Jalv(HostWindow):
    def start(self):
        self.run("jackd", "-r", "-d", "dummy", "-r", "48000", "-p", "1024")
        self.jack = Jack()
        self.wait_for(self.jack.is_open, "JACK")
        self.run("jalv.gtk3", "urn:earmark:earmark")
        self.editor = self.wait_for(lambda: self.windows("^Earmark$"), "the editor's window")[0]
        self.wait_for(lambda: self.editor_place()[2:] == (1120, 720), "the editor")


class Jack:
    """The transport of the server that JACK_DEFAULT_SERVER names."""

    def __init__(self):
        self.library = ctypes.CDLL("libjack.so.0")
        self.library.jack_client_open.restype = ctypes.c_void_p
        self.client = None

    def is_open(self):
        doesnt_start_it = 1
        self.client = ctypes.c_void_p(self.library.jack_client_open(b"transport", doesnt_start_it, None))
        return bool(self.client)

    def locate(self, sample):
        self.library.jack_transport_locate(self.client, ctypes.c_uint32(sample))

    def roll(self, does):
        (self.library.jack_transport_start if does else self.library.jack_transport_stop)(self.client)


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(a).resolve() for a in sys.argv[1:3])))
