"""Look whether Qt finds its system libraries; install them where that is allowed, else name them in one line."""

import os
import shutil
import subprocess
import sys

# What a bare Debian or Ubuntu lacks for PySide6 Essentials: first for the offscreen tests, then for a real X11 screen.
PACKAGES = [
    *("libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libfontconfig1", "libdbus-1-3"),
    *("libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0"),
]
PROBE = "from PySide6.QtWidgets import QApplication; QApplication([])"


def qt_starts() -> bool:
    """Tell whether a window could be opened without a screen."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    probe = subprocess.run([sys.executable, "-c", PROBE], env=environment, capture_output=True, check=False)  # noqa: S603
    return probe.returncode == 0


def run_quietly(*command: str) -> None:
    """Run a command of the system without a word or a question."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=False)  # noqa: S603


def main() -> int:
    """Return 0 in any case: without Qt's libraries everything but the desktop app works."""
    if not sys.platform.startswith("linux") or qt_starts():
        return 0
    apt = shutil.which("apt-get")
    if apt and os.geteuid() == 0:
        run_quietly(apt, "update")
        for package in PACKAGES:
            # One at a time: a name that another release of the system does not know must not stop the others.
            run_quietly(apt, "install", "-y", "--no-install-recommends", package)
    if not qt_starts():
        print(f"The desktop app needs system libraries of Qt; install them with: apt-get install {' '.join(PACKAGES)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
