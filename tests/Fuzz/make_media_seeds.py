#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small media files to begin with: make_media_seeds.py EARMARK FOLDER writes FOLDER/mp3 and FOLDER/mp4.

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
kinds = {
    "mp3": [("bare.mp3", ["-write_xing", "0", "-id3v2_version", "0"]), ("v3.mp3", ["-id3v2_version", "3"]),
            ("v4.mp3", ["-id3v2_version", "4", "-write_id3v1", "1"])],
    "mp4": [("last.m4a", []), ("front.m4a", ["-movflags", "+faststart"]), ("mdta.mp4", ["-movflags", "+use_metadata_tags"]),
            ("quicktime.mov", []), ("fragments.mp4", ["-movflags", "frag_keyframe+empty_moov"])],
}

for kind, files in kinds.items():
    (folder / kind).mkdir(parents=True, exist_ok=True)
    (folder / "meta.txt").write_text(metadata)
    (folder / "outline.txt").write_text("0:00 One\n0:00.4 Two 🎧\n0:00.7 Three\n")
    for name, options in files:
        for chapters in (False, True):
            path = folder / kind / (("chapters-" if chapters else "") + name)
            extra = ["-i", folder / "meta.txt", "-map_metadata", "1", "-map_chapters", "1"] if chapters else []
            codec = ["-c:a", "libmp3lame", "-b:a", "8k"] if kind == "mp3" else ["-c:a", "aac", "-b:a", "8k"]
            subprocess.run([str(a) for a in ["ffmpeg", "-y", "-v", "error", *sound, *extra, *codec, *options, path]], check=True)
            tagged = path.with_name("tagged-" + path.name)
            shutil.copy(path, tagged)
            subprocess.run([earmark, "tag", tagged, "--outline", folder / "outline.txt", "--episode-tags", "keep"], capture_output=True)
