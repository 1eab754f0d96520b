"""Which addresses a feed may be read from: public ones, and the hosts that the settings name.

Whoever types a feed's address could otherwise have our server ask machines that only it can reach (OWASP: server-side
request forgery).
"""

import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

from livingwell.directory.actions.feeds.said import FeedStopped

PORTS = {"http": 80, "https": 443}
_NOT_PUBLIC = tuple(map(IPv4Network, ("192.0.0.0/24", "192.88.99.0/24", "168.63.129.16/32", "100.64.0.0/10")))
_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_NOT_WEB = "A feed’s address begins with http:// or https://."
_PRIVATE = (
    "The address leads to a private place, inside a network. Only public addresses can be read, and hosts that "
    "LIVINGWELL_FEED_HOSTS names."
)


def split_address(url: str) -> SplitResult:
    """The parts of a web address. Raises FeedStopped for anything else, and for one with a password in it."""
    try:
        parts = urlsplit(url.strip())
        port_is_possible = parts.port is None or parts.port > 0
    except ValueError:
        raise FeedStopped("This is not a web address. Check it for slips.")
    if parts.scheme not in PORTS:
        raise FeedStopped(_NOT_WEB)
    if not parts.hostname or not port_is_possible or any(c.isspace() for c in url.strip()):
        raise FeedStopped("This is not a web address. Check it for slips.")
    if parts.username is not None or parts.password is not None:
        raise FeedStopped("The address holds a name or password. Feeds are open to all: leave it out.")
    return parts


def addresses_of(parts: SplitResult, hosts: frozenset[str]) -> list[str]:
    """The machine's addresses, all of them checked: connect to these, and never to the name again.

    Were the name asked twice, its owner could answer with a public address first and a private one then.
    """
    host = parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, _port(parts), type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        raise FeedStopped(f"There is no server called {host[:100]}. Check the address.")
    addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
    if not is_allowed(parts, hosts) and not all(map(is_public, addresses)):
        raise FeedStopped(_PRIVATE)
    return addresses


def is_allowed(parts: SplitResult, hosts: frozenset[str]) -> bool:
    """Whether the settings name this host, alone or with its port."""
    host = (parts.hostname or "").casefold()
    return host in hosts or f"{host}:{_port(parts)}" in hosts


def is_public(address: str) -> bool:
    """Whether anybody on the internet could reach it. An address inside another is looked at too."""
    found = ip_address(address.split("%")[0])
    if isinstance(found, IPv6Address):
        inside = _inside(found)
        return found.is_global and not found.is_multicast and (inside is None or is_public(str(inside)))
    is_kept_apart = any(found in network for network in _NOT_PUBLIC)
    return found.is_global and not found.is_multicast and not is_kept_apart


def _inside(address: IPv6Address) -> IPv4Address | None:
    if any(address in network for network in _NAT64):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo


def _port(parts: SplitResult) -> int:
    return parts.port or PORTS[parts.scheme]
