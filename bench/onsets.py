#!/usr/bin/env python3
"""How well `earmark check` finds where speech begins: made-up episodes with known onsets.

    onsets.py BUILD_FOLDER [--chapters N] [--keep]

Speech of espeak-ng's voices; chapters after pauses of 0.7 to 2 s, sentences after 0.2 to 0.4 s; markers at the onsets, rounded to
the whole second or cut down to it, as outlines have them. Prints for each kind of background: the share of markers whose first
candidate is the true onset, the error of those in ms, the markers without any candidate, and the false first ones."""
import argparse, json, pathlib, random, statistics, subprocess, wave

VOICES = ["en-gb", "en-us", "en-gb+f2", "en-us+f4", "de", "fr", "en-gb-scotland+m3", "es"]
SENTENCES = ["Welcome back to the harbour.", "She sells the old charts by the pier.", "For years nobody asked about the lamp.",
             "Then the fog came in from the east.", "His letters were never found.", "Most of the boats had gone.",
             "Let us begin with the tide tables.", "Today we talk about rope.", "What a night that was.", "Finally, the mail.",
             "Keep the light burning.", "Under the bridge it was quiet.", "All of this happened before noon.", "Zero boats returned."]
RATE = 22050
BACKGROUNDS = {  # name: lavfi source mixed under the speech, or None
    "clean": None,
    "room tone": "anoisesrc=c=brown:a=0.02:r={r}:d={d}:seed=3",
    "hiss": "anoisesrc=c=pink:a=0.015:r={r}:d={d}:seed=4",
    "fan and hum": "aevalsrc=0.006*sin(2*PI*50*t)+0.004*sin(2*PI*150*t)+0.004*(random(0)-0.5):s={r}:d={d}",
    "pad": "aevalsrc=(0.022*sin(2*PI*220*t)+0.018*sin(2*PI*277.2*t)+0.018*sin(2*PI*329.6*t)+0.01*sin(2*PI*660*t))*(0.8+0.2*sin(2*PI*0.3*t)):s={r}:d={d}",
    "guitar": "aevalsrc=0.07*exp(-5*mod(t\\,0.6))*(sin(2*PI*(196+49*mod(floor(t/0.6)\\,4))*t)+0.5*sin(2*PI*2*(196+49*mod(floor(t/0.6)\\,4))*t)+0.25*sin(2*PI*3*(196+49*mod(floor(t/0.6)\\,4))*t)):s={r}:d={d}",
    "beat": "aevalsrc=0.06*exp(-18*mod(t\\,0.5))*sin(2*PI*70*t)+0.02*exp(-40*mod(t+0.25\\,0.5))*(random(0)-0.5)+0.015*sin(2*PI*110*t)+0.012*sin(2*PI*165*t):s={r}:d={d}",
}
BEDS = {"pad", "guitar", "beat"}


def speak(folder, text, voice, speed):
    path = folder / "say.wav"
    subprocess.run(["espeak-ng", "-v", voice, "-s", str(speed), "-w", str(path), text], check=True)
    with wave.open(str(path)) as file:
        assert file.getframerate() == RATE
        data = memoryview(file.readframes(file.getnframes())).cast("h")
    loudest = max(map(abs, data))
    audible = loudest / 100  # 40 dB below the loudest: what one would call the beginning
    first = next(i for i, x in enumerate(data) if abs(x) > audible)
    last = next(i for i in range(len(data) - 1, -1, -1) if abs(data[i]) > audible)
    return data[first:last + 1].tobytes()


def make_episode(folder, seed, chapters):
    """Speech with silence between, and where each chapter's first word begins, in seconds."""
    rng = random.Random(seed)
    audio, onsets = bytearray(), []
    silence = lambda seconds: audio.extend(b"\0\0" * int(seconds * RATE))
    silence(1)
    for _ in range(chapters):
        voice, speed = rng.choice(VOICES), rng.randint(150, 190)
        for sentence in range(rng.randint(2, 3)):
            if sentence:
                silence(rng.uniform(0.2, 0.4))
            else:
                silence(rng.uniform(0.7, 2.0))
                onsets.append(len(audio) / 2 / RATE)
            audio.extend(speak(folder, rng.choice(SENTENCES), voice, speed))
    silence(2)
    path = folder / "speech.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1), file.setsampwidth(2), file.setframerate(RATE)
        file.writeframes(bytes(audio))
    return path, onsets, len(audio) / 2 / RATE


def mix(folder, speech, length, source):
    path = folder / "episode.flac"
    command = ["ffmpeg", "-v", "error", "-y", "-i", speech]
    if source:
        command += ["-f", "lavfi", "-i", source.format(r=RATE, d=length), "-filter_complex", "amix=inputs=2:normalize=0:duration=first"]
    subprocess.run([*map(str, command), str(path)], check=True)
    return path


def clock(seconds):
    return f"{int(seconds) // 3600}:{int(seconds) // 60 % 60:02}:{int(seconds) % 60:02}"


def measure(build, folder, media, onsets, rounding):
    (folder / "outline.txt").write_text("".join(f"{clock(rounding(t))} Chapter {i}\n" for i, t in enumerate(onsets)))
    done = subprocess.run([build / "earmark", "check", media, "--outline", folder / "outline.txt", "--json"], capture_output=True, text=True)
    chapters = json.loads(done.stdout)["chapters"]
    errors, missed, wrong = [], 0, 0
    for truth, chapter in zip(onsets, chapters, strict=True):
        found = [c["at_ms"] for c in chapter["candidates"] if c["kind"] == "speech-onset"]
        if not found:
            missed += 1
        elif abs(found[0] - truth * 1000) <= 100:
            errors.append(abs(found[0] - truth * 1000))
        else:
            wrong += 1
    return errors, missed, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--chapters", type=int, default=40, help="in each episode")
    args = parser.parse_args()
    folder = args.build.resolve() / "onsets"
    folder.mkdir(exist_ok=True)
    speech, onsets, length = make_episode(folder, 1, args.chapters)
    roundings = {"rounded": lambda t: round(t), "cut": int}
    print(f"{len(onsets)} onsets, {length / 60:.1f} minutes, {len(BACKGROUNDS) * len(onsets)} with all backgrounds\n")
    print("| background | markers | first is true | median ms | 95 % ms | none found | false first |\n| --- | --- | --- | --- | --- | --- | --- |")
    groups = {"speech without music": [0, 0], "speech over music": [0, 0]}
    for name, source in BACKGROUNDS.items():
        media = mix(folder, speech, length, source)
        for how, rounding in roundings.items():
            errors, missed, wrong = measure(args.build.resolve(), folder, media, onsets, rounding)
            errors.sort()
            right = len(errors) / len(onsets)
            group = groups["speech over music" if name in BEDS else "speech without music"]
            group[0] += len(errors)
            group[1] += len(onsets)
            print(f"| {name} | {how} | {right:.1%} | {statistics.median(errors or [0]):.0f} | {errors[int(len(errors) * 0.95)] if errors else 0:.0f} | {missed} | {wrong} |")
    print()
    for name, (right, total) in groups.items():
        print(f"{name}: {right / total:.1%} of {total} markers have the true onset as their first candidate")


main()
