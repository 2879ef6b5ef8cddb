"""ardour_render.py VST3-BUNDLE LV2-BUNDLE WORK: Ardour, without a display, renders a session through the plug-in bit for bit, and loads
the state that it has in the session. Ends with 4, for skipped, where there is no Ardour."""
import pathlib, sys

import ardour_session as ardour


def main(vst3, lv2, work):
    if ardour.is_missing("ardour9-lua", "ardour9-export"):
        return 4
    with ardour.home_with(vst3, lv2, work) as (folder, env):
        for kind, name in ardour.plugins(vst3).items():
            check(kind, name, folder, env)
    return 0


def check(kind, name, folder, env):
    session = ardour.session_with(env, folder, kind, name, [(1000, "Kept by Ardour")])
    out = folder / f"{kind}.wav"
    done = ardour.run(["ardour9-export", "-b", "float", "-o", out, session, "s1"], env)
    if not out.exists():
        sys.exit(f"FAILED: {kind}: Ardour rendered nothing: {done}")
    given, taken = ardour.samples(folder / "tone.wav"), ardour.samples(out)
    if not any(given) or taken[:len(given)] != given:
        sys.exit(f"FAILED: {kind}: what Ardour rendered is not what went in")
    print(f"{kind}: {ardour.LENGTH} samples came out bit for bit", flush=True)

    # Saved by Ardour after it has loaded it: what the plug-in gives then, which is not what lay there but what it understood.
    ardour.lua(ardour.HERE / "save_session.lua", env, EARMARK_SESSION=session)
    state = ardour.get_state(kind, session)
    if b"Kept by Ardour" not in state or b"zzzz" in state:
        sys.exit(f"FAILED: {kind}: the state did not come back from the plug-in: {state[:200]!r}")
    print(f"{kind}: the plug-in gave its chapters back", flush=True)


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(a).resolve() for a in sys.argv[1:4])))
