"""Ports of this machine."""

import socket


def free_port() -> int:
    """A port that nobody listens on: for a server to take, or for nobody."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
