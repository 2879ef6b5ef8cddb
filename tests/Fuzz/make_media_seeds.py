#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small media files to begin with: make_media_seeds.py EARMARK FOLDER writes a folder for each container, FOLDER/mp3 and so on.

Each is made by ffmpeg, bare and with ffmpeg's own chapters and tags, and then once more as Earmark writes it.
"""
import pathlib
import shutil
import subprocess
import sys

earmark, folder = sys.argv[1], pathlib.Path(sys.argv[2])
sound = ["-f", "lavfi", "-i", "sine=d=1:r=8000"]
metadata = ";FFMETADATA1\ntitle=Title\nalbum=Show\n" + "".join(
    f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={i * 300}\nEND={(i + 1) * 300}\ntitle=Part {i} ü\n" for i in range(3))
aac, mp3, opus = (["-c:a", codec, "-b:a", "8k"] for codec in ("aac", "libmp3lame", "libopus"))
kinds = {
    "mp3": [("bare.mp3", [*mp3, "-write_xing", "0", "-id3v2_version", "0"]), ("v3.mp3", [*mp3, "-id3v2_version", "3"]),
            ("v4.mp3", [*mp3, "-id3v2_version", "4", "-write_id3v1", "1"])],
    "mp4": [("last.m4a", aac), ("front.m4a", [*aac, "-movflags", "+faststart"]),
            ("mdta.mp4", [*aac, "-movflags", "+use_metadata_tags"]), ("quicktime.mov", aac),
            ("fragments.mp4", [*aac, "-movflags", "frag_keyframe+empty_moov"])],
    "aac": [("bare.aac", aac)],
    "wav": [("plain.wav", []), ("bext.wav", ["-write_bext", "1"]), ("large.wav", ["-rf64", "always"]),
            ("adpcm.wav", ["-c:a", "adpcm_ima_wav"]), ("float.wav", ["-c:a", "pcm_f32le"])],
    "aiff": [("plain.aiff", []), ("tagged.aiff", ["-write_id3v2", "1", "-id3v2_version", "3"])],
    "flac": [("plain.flac", [])],
    "ogg": [("vorbis.ogg", ["-c:a", "libvorbis", "-q:a", "0"]), ("opus.opus", opus)],
    "matroska": [("plain.mka", opus), ("web.webm", opus), ("live.webm", [*opus, "-live", "1"])],
}

for kind, files in kinds.items():
    (folder / kind).mkdir(parents=True, exist_ok=True)
    (folder / "meta.txt").write_text(metadata)
    (folder / "outline.txt").write_text("0:00 One\n0:00.4 Two 🎧\n0:00.7 Three\n")
    for name, options in files:
        for chapters in (False, True):
            path = folder / kind / (("chapters-" if chapters else "") + name)
            extra = ["-i", folder / "meta.txt", "-map_metadata", "1", "-map_chapters", "1"] if chapters else []
            subprocess.run([str(a) for a in ["ffmpeg", "-y", "-v", "error", *sound, *extra, *options, path]], check=True)
            tagged = path.with_name("tagged-" + path.name)
            shutil.copy(path, tagged)
            subprocess.run([earmark, "tag", tagged, "--outline", folder / "outline.txt", "--episode-tags", "keep"], capture_output=True)
