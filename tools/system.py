"""Asking Debian for a package when we may."""

import os
import shutil
import subprocess

UPDATE = ["apt-get", "update", "-qq"]
INSTALL = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]


def install_debian_package(name):
    """Install it and say whether that worked. Only root on Debian or its relatives may; others get False."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installing Debian's {name} …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = {"env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    if subprocess.call([*INSTALL, name], **quiet) == 0:
        return True
    subprocess.call(UPDATE, **quiet)
    return subprocess.call([*INSTALL, name], **quiet) == 0
