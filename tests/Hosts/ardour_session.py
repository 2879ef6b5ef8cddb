"""Sessions of Ardour's with the plug-in in them, made and read without a display: what the tests in Ardour share."""
import base64, contextlib, json, os, pathlib, re, shutil, struct, subprocess, sys, tempfile, wave, xml.etree.ElementTree as ET

HERE = pathlib.Path(__file__).parent
LENGTH = 480_000  # samples at 48 kHz


def is_missing(*programs):
    """Says so, for a test that is skipped."""
    missing = [p for p in programs if shutil.which(p) is None]
    if missing:
        print("skipped: not here:", ", ".join(missing))
    return bool(missing)


@contextlib.contextmanager
def home_with(vst3, lv2, work):
    """A folder with a home of its own, and the environment in which Ardour finds the plug-ins there. VST3 bundles have to be looked
    at once by Ardour's own scanner."""
    work.mkdir(parents=True, exist_ok=True)
    folder = pathlib.Path(tempfile.mkdtemp(dir=work))
    try:
        home = folder / "home"
        for each in (".vst3", ".config/ardour9", ".cache/ardour9"):
            (home / each).mkdir(parents=True)
        shutil.copytree(vst3, home / ".vst3" / vst3.name)
        env = dict(os.environ, HOME=str(home), XDG_CONFIG_HOME=str(home / ".config"), XDG_CACHE_HOME=str(home / ".cache"),
                   XDG_STATE_HOME=str(home / ".state"), LV2_PATH=f"{lv2.parent}:/usr/lib/lv2")
        lib = "/usr/lib/ardour9"
        run([f"{lib}/ardour-vst3-scanner", "-f", home / ".vst3" / vst3.name],
            dict(env, LD_LIBRARY_PATH=lib, ARDOUR_DLL_PATH=lib, ARDOUR_DATA_PATH="/usr/share/ardour9", ARDOUR_CONFIG_PATH="/etc/ardour9"))
        yield folder, env
    finally:
        if not os.environ.get("EARMARK_KEEP"):
            shutil.rmtree(folder, ignore_errors=True)


def plugins(vst3):
    """What Ardour calls them, by kind."""
    info = (vst3 / "Contents/Resources/moduleinfo.json").read_text()
    return {"LV2": "urn:earmark:earmark", "VST3": re.search(r'"CID": *"([0-9A-F]{32})"', info)[1]}


def session_with(env, folder, kind, name, chapters, domain="BeatTime"):
    """A session with ten seconds of audio on a track that holds the plug-in with these chapters, in milliseconds and titles. Its marks are
    at beats, as Ardour has it, or at times."""
    tone = folder / "tone.wav"
    if not tone.exists():
        write_tone(tone)
    session = folder / kind
    lua(HERE / "make_session.lua", env, lambda: shutil.rmtree(session, ignore_errors=True), EARMARK_SESSION=session, EARMARK_KIND=kind, EARMARK_PLUGIN=name)
    add_audio(session, tone, domain)
    put_state(kind, session, state_with(chapters))
    return session


def run(command, env, seconds=120):
    done = subprocess.run([str(c) for c in command], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=seconds)
    return done.stdout + done.stderr


def lua(script, env, undo=lambda: None, **values):
    """Not judged by its exit code: Ardour's threads end now and then with "exception not rethrown", after all is done. It takes
    seconds; one of some three hundred runs stood still for good, on a machine with much else to do, so that there is a second try."""
    for seconds in (60, 120):
        try:
            said = run(["ardour9-lua", script], dict(env, **{k: str(v) for k, v in values.items()}), seconds)
        except subprocess.TimeoutExpired as stuck:
            said = f"still running after {seconds} s: {stuck.stdout}{stuck.stderr}"
        if "THE END" in said:
            return
        print(f"{script.name} did not come to its end: {said}")
        undo()
    sys.exit("FAILED")


def write_tone(path):
    """Noise that tells channels and samples apart: 24 bit, which floats hold exactly."""
    value, frames = 1, bytearray()
    for _ in range(LENGTH * 2):
        value = (value * 1103515245 + 12345) & 0x7FFFFFFF
        frames += struct.pack("<i", (value >> 9) - (1 << 21))[:3]
    with wave.open(str(path), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(3)
        out.setframerate(48000)
        out.writeframes(bytes(frames))


def samples(path):
    """As ffmpeg reads them, in 32 bit float."""
    return subprocess.run(["ffmpeg", "-v", "error", "-i", str(path), "-f", "f32le", "-c:a", "pcm_f32le", "-"], check=True, capture_output=True).stdout


def add_audio(session, tone, domain):
    """Ardour's Lua imports no audio: the file goes where Ardour keeps audio, and into the session's XML. Plain numbers are samples."""
    path = session / "s1.ardour"
    tree = ET.parse(path)
    root = tree.getroot()
    number = int(root.get("id-counter")) + 1000
    kept = next((session / "interchange").iterdir()) / "audiofiles"
    shutil.copy(tone, kept / "tone.wav")
    sources = []
    for channel in "01":
        number += 1
        sources.append(str(number))
        ET.SubElement(root.find("Sources"), "Source", {"name": "tone.wav", "type": "audio", "flags": "", "id": str(number),
                                                       "channel": channel, "origin": "", "gain": "1"})
    playlist = next(p for p in root.find("Playlists") if p.get("name").startswith("voice"))
    region = {"id": str(number + 1), "name": "tone", "type": "audio", "start": "0", "length": str(LENGTH), "position": "0", "channels": "2",
              "muted": "0", "opaque": "1", "locked": "0", "automatic": "0", "whole-file": "0", "layering-index": "0",
              "master-source-0": sources[0], "master-source-1": sources[1], "source-0": sources[0], "source-1": sources[1],
              "scale-amplitude": "1", "default-fade-in": "0", "default-fade-out": "0", "fade-in-active": "0", "fade-out-active": "0",
              "envelope-active": "0", "ancestral-start": "0", "ancestral-length": "0", "stretch": "1", "shift": "1", "sync-position": "0",
              "layer": "0"}
    ET.SubElement(playlist, "Region", region)
    ET.SubElement(root.find("Locations"), "Location", {"id": str(number + 2), "name": "session", "start": "0", "end": str(LENGTH),
                                                       "flags": "IsSessionRange", "locked": "0", "timestamp": "0", "cue": "0"})
    next(o for o in root.iter("Option") if o.get("name") == "default-time-domain").set("value", domain)
    root.set("id-counter", str(number + 3))
    tree.write(path, encoding="UTF-8", xml_declaration=True)


def state_with(chapters):
    """A state of the plug-in's, as docs/hosts.md describes it, with a part "zzzz" that no version knows."""
    chapters = json.dumps({"earmark": 1, "chapters": [{"start_ms": start, "title": title} for start, title in chapters]}).encode()
    parts = b"".join(n + struct.pack("<I", len(c)) + c for n, c in ((b"chap", chapters), (b"zzzz", b"zzzz")))
    head = b"EarmarkState" + struct.pack("<I", 1)
    return head + struct.pack("<I", len(head) + 4 + len(parts)) + parts


# JUCE's own base64: six bits at a time, the lowest first, behind the number of bytes.
ALPHABET = ".ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+"
QUOTED = re.compile(r'"(\d+)\.([A-Za-z0-9+.]+)"')


def juce_text(data):
    bits = int.from_bytes(data, "little")
    return f"{len(data)}." + "".join(ALPHABET[bits >> 6 * i & 63] for i in range((len(data) * 8 + 5) // 6))


def juce_bytes(size, text):
    bits = sum(ALPHABET.index(c) << 6 * i for i, c in enumerate(text))
    return (bits & ((1 << 8 * size) - 1)).to_bytes(size, "little")


def lv2_state(session):
    """The file that holds it: the last one that Ardour saved."""
    found = sorted(session.glob("plugins/*/state*/state.ttl"), key=lambda f: f.stat().st_mtime_ns)
    return found[-1] if found else sys.exit("FAILED: LV2: Ardour kept no state")


def vst3_chunk(root):
    """A preset of VST3, in base64: a head, the component's state and the controller's, and a list of where they are."""
    found = next(root.iter("chunk"), None)
    return found if found is not None else sys.exit("FAILED: VST3: Ardour kept no state")


def vst3_parts(preset):
    at = struct.unpack_from("<q", preset, 40)[0]
    count = struct.unpack_from("<i", preset, at + 4)[0]
    return [(preset[e:e + 4], *struct.unpack_from("<qq", preset, e + 4)) for e in range(at + 8, at + 8 + 20 * count, 20)]


def put_state(kind, session, state):
    if kind == "LV2":
        file = lv2_state(session)
        file.write_text(QUOTED.sub(lambda _: f'"{juce_text(state)}"', file.read_text(), count=1))
        return
    tree = ET.parse(session / "s1.ardour")
    chunk = vst3_chunk(tree.getroot())
    preset = base64.b64decode(chunk.text)
    out, entries = bytearray(preset[:48]), []
    for name, offset, size in vst3_parts(preset):
        content = state if name == b"Comp" else preset[offset:offset + size]
        entries.append(name + struct.pack("<qq", len(out), len(content)))
        out += content
    struct.pack_into("<q", out, 40, len(out))
    chunk.text = base64.b64encode(bytes(out) + b"List" + struct.pack("<i", len(entries)) + b"".join(entries)).decode()
    tree.write(session / "s1.ardour", encoding="UTF-8", xml_declaration=True)


def get_state(kind, session):
    if kind == "LV2":
        size, text = QUOTED.search(lv2_state(session).read_text()).groups()
        return juce_bytes(int(size), text)
    preset = base64.b64decode(vst3_chunk(ET.parse(session / "s1.ardour").getroot()).text)
    return next(preset[offset:offset + size] for name, offset, size in vst3_parts(preset) if name == b"Comp")
