#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What independent models of players list: ask_models.py MODELS.py FILE... prints JSON, for each file and model [[ms, title], ...], or null
where the model says that the player gives up."""
import importlib.util
import json
import os
import sys

MODELS = {"lavf": "ffmpeg", "media3": "pocketcasts-android", "pocket_ios": "pocketcasts-ios", "antennapod": "antennapod",
          "vlc4": "vlc4"}


def ask(model, path):
    try:
        answer = model(path)
    except Exception:  # the models do as the players do: they fail
        return None
    if isinstance(answer, str):
        return None
    fallback = '(conversion error -> element id) '  # what the VLC model puts in front
    return [[entry[0], entry[1].removeprefix(fallback) if entry[1] else entry[1]] for entry in answer if entry[0] != "EXCEPTION"]


sys.path.insert(0, os.path.dirname(sys.argv[1]))
spec = importlib.util.spec_from_file_location("models", sys.argv[1])
models = importlib.util.module_from_spec(spec)
spec.loader.exec_module(models)
result = {}
for path in sys.argv[2:]:
    names = MODELS if path.endswith(".mp3") else ["antennapod"]
    result[path] = {MODELS[name]: ask(getattr(models, name), path) for name in names}
print(json.dumps(result))
