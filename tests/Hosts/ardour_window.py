"""Ardour's window with a session in it, in a display of its own, driven by Open Sound Control and by xdotool."""
import json, pathlib, socket, struct, sys, time, xml.etree.ElementTree as ET

import ardour_session
from host_window import HostWindow, PROGRAMS as DISPLAY

PORT, REPLY_PORT = 3819, 3820
PROGRAMS = ("ardour", "ardour9-lua", *DISPLAY)

# Ardour's own settings: sound that goes nowhere at normal speed, OSC as a user turns it on, and no questions at the start.
CONFIG = """<?xml version="1.0" encoding="UTF-8"?>
<Ardour>
  <Config><Option name="hide-dummy-backend" value="0"/><Option name="try-autostart-engine" value="1"/><Option name="osc-port" value="3819"/></Config>
  <Extra><AudioMIDISetup><EngineStates><State backend="None (Dummy)" driver="Normal Speed" device="Silence" input-device="" output-device=""
    sample-rate="48000" buffer-size="1024" n-periods="0" input-latency="0" output-latency="0" lm-input="" lm-output="" active="1"
    use-buffered-io="0" midi-option="No MIDI I/O" lru="1700000000"><MIDIDevices/></State></EngineStates></AudioMIDISetup></Extra>
  <ControlProtocols><Protocol name="Open Sound Control (OSC)" active="1" config="" feedback="0" debugmode="0" address-only="1" remote-port="3820"
    banksize="0" striptypes="31" gainmode="0" send-page-size="0" plug-page-size="0"/></ControlProtocols>
</Ardour>
"""
NO_QUESTIONS = {".a9": "", "instant.xml": "<instant><no-memory-warning/></instant>\n"}
OURS = '<?xml version="1.0" encoding="UTF-8"?>\n<PROPERTIES><VALUE name="ardour-osc" val="on"/></PROPERTIES>\n'


class Window(HostWindow):
    """Open from `with` to its end."""

    def __init__(self, folder, env, session, pictures):
        super().__init__(folder, env, pictures)
        self.session = session
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.settimeout(10)
        self.take_reply_port()
        config = pathlib.Path(env["XDG_CONFIG_HOME"])
        for name, content in (NO_QUESTIONS | {"config": CONFIG}).items():
            (config / "ardour9" / name).write_text(content)
        (config / "earmark").mkdir(exist_ok=True)
        (config / "earmark/Earmark.settings").write_text(OURS)
        open_plugin_window(session)

    def take_reply_port(self, seconds=300):
        """One Ardour at a time on a machine: another run of these tests has it until that is through."""
        end = time.time() + seconds
        while True:
            try:
                return self.socket.bind(("127.0.0.1", REPLY_PORT))
            except OSError as problem:
                if time.time() > end:
                    sys.exit(f"FAILED: another program has the port {REPLY_PORT}: {problem}")
                time.sleep(1)

    def start(self):
        self.log.write_text("")
        self.run("ardour", "-a", "-n", self.session / "s1.ardour")
        self.main = self.wait_for(lambda: self.windows("s1 - Ardour"), "Ardour's window", 90)[0]
        self.editor = self.wait_for(lambda: self.windows("voice: .*Earmark"), "the editor's window", 30)[0]
        self.wait_for(lambda: "OSC @ osc.udp://" in self.log.read_text(), "Ardour's OSC")
        if f":{PORT}/" not in self.log.read_text():
            self.fail(f"another program has the port {PORT}, so that Ardour's OSC took another one")

    def close(self):
        super().close()
        self.socket.close()

    def title(self):
        return self.xdo("getwindowname", self.main).strip()

    def osc(self, address, *arguments):
        types, data = ",", b""
        for argument in arguments:
            types += "i" if isinstance(argument, int) else "s"
            data += struct.pack(">i", argument) if isinstance(argument, int) else padded(argument)
        self.socket.sendto(padded(address) + padded(types) + data, ("127.0.0.1", PORT))
        self.wait(0.3)

    def ask(self, address):
        """What Ardour answers, one number: to the port that its settings name."""
        self.osc(address)
        while True:
            answer = self.socket.recv(4096)
            if answer.startswith(padded(address)):
                types = answer[len(padded(address)):]
                return struct.unpack({b",h": ">q", b",d": ">d", b",i": ">i"}[types[:2]], types[4:])[0]

    def save(self):
        """The session's file, as Ardour writes it now."""
        file = self.session / "s1.ardour"
        stamp = lambda: (file.stat().st_ino, file.stat().st_mtime_ns) if file.exists() else None
        before = stamp()
        self.osc("/save_state")
        self.wait_for(lambda: stamp() not in (None, before), "the saved session")
        return ET.parse(file).getroot()

    def chapters(self, kind):
        """Those that the plug-in has given to Ardour for its session."""
        self.save()
        state = ardour_session.get_state(kind, self.session)
        begin = state.index(b"chap") + 8
        return json.loads(state[begin:begin + struct.unpack_from("<I", state, begin - 4)[0]])["chapters"]


def padded(text):
    data = text.encode()
    return data + b"\0" * (4 - len(data) % 4)


def open_plugin_window(session):
    """Ardour opens again the windows that were open when the session was saved."""
    path = session / "s1.ardour"
    root = ET.parse(path).getroot()
    route, plugin = next((r, p) for r in root.iter("Route") for p in r.iter("Processor") if p.get("type") in ("lv2", "vst3"))
    extra = root.find("Extra")
    extra = ET.SubElement(root, "Extra") if extra is None else extra
    ET.SubElement(ET.SubElement(extra, "UI"), "Window", {"name": f"P-{route.get('id')}-{plugin.get('id')}", "visible": "1", "custom-ui": "1",
                                                        "x-off": "240", "y-off": "120", "x-size": "0", "y-size": "0"})
    ET.ElementTree(root).write(path, encoding="UTF-8", xml_declaration=True)
