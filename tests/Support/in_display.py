"""in_display.py FOLDER COMMAND…: runs a command in a display and a home folder of its own, and ends as it does."""
import os, pathlib, shutil, subprocess, sys, tempfile

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
home = tempfile.mkdtemp(dir=folder)
reading, writing = os.pipe()
server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"],
                          pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
os.close(writing)
try:
    number = os.read(reading, 16).decode().strip()
    if not number:
        sys.exit("FAILED: Xvfb did not start")
    env = dict(os.environ, DISPLAY=f":{number}", HOME=home)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        env.pop(name, None)
    code = subprocess.run(sys.argv[2:], env=env).returncode
finally:
    server.terminate()
    server.wait()
    shutil.rmtree(home, ignore_errors=True)
sys.exit(code)
