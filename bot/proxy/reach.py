"""Which machines a request may go to: the provider's own, and the public ones."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.request import getproxies, proxy_bypass

from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052; the IPv4 address is its last four bytes


class AddressRefused(OSError):
    """A host with no address that a request may go to."""


class Reach(AbstractResolver):
    """A resolver that leaves out loopback, private, link-local and other addresses that are not public.

    A provider names the addresses of its pictures, and must not make this bot ask the machines around it, such as a
    cloud's metadata service. The provider's own host may be anywhere, and so may other names for its address:
    servers of one's own name themselves in ways that differ from the base URL.
    """

    def __init__(self, own_host: str, *, resolver: AbstractResolver) -> None:
        self._own_host = own_host
        self._resolver = resolver

    async def check(self, host: str, port: int) -> None:
        """Look at a host that the connection may not be resolved for, as with numbers and proxies.

        A name that cannot be resolved here passes, for a proxy may know it.

        Raises:
            AddressRefused: every address it has is refused.
        """
        if host == self._own_host:
            return
        try:
            await self._public(host, port, socket.AF_UNSPEC)
        except AddressRefused:
            raise
        except OSError:
            return

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Find the addresses to connect to; the proxy of the environment may be anywhere too.

        Raises:
            AddressRefused: every address it has is refused.
            OSError: it has none.
        """
        if host == self._own_host or host in _proxy_hosts():
            return await self._found(host, port, family)
        return await self._public(host, port, family)

    async def close(self) -> None:
        """Close the resolver behind this one."""
        await self._resolver.close()

    async def _public(self, host: str, port: int, family: socket.AddressFamily) -> list[ResolveResult]:
        found = await self._found(host, port, family)
        public = [one for one in found if is_public(one["host"])]
        if public:
            return public
        own = await self._own_addresses(family)
        same = [one for one in found if one["host"] in own]
        if not same:
            raise AddressRefused(f"{host} has no public address")
        return same

    async def _own_addresses(self, family: socket.AddressFamily) -> set[str]:
        try:
            return {one["host"] for one in await self._found(self._own_host, 0, family)}
        except OSError:
            return set()

    async def _found(self, host: str, port: int, family: socket.AddressFamily) -> list[ResolveResult]:
        if _is_address(host):
            # A system without IPv6 cannot resolve such a number, and yet connects to it.
            return [ResolveResult(hostname=host, host=host, port=port, family=family, proto=0, flags=0)]
        try:
            return await self._resolver.resolve(host, port, family)
        except UnicodeError:
            # Python refuses a label over 63 characters before it asks anybody.
            raise OSError("not the name of a host") from None


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_public(address: str) -> bool:
    """Say whether an IP address, or the IPv4 address within an IPv6 one, is one of the open internet."""
    ip = ip_address(address)
    inner = _ipv4_within(ip) if isinstance(ip, IPv6Address) else None
    if inner is not None:
        ip = inner
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _ipv4_within(ip: IPv6Address) -> IPv4Address | None:
    if ip in _NAT64:
        return IPv4Address(ip.packed[-4:])
    return ip.ipv4_mapped or ip.sixtofour


def _proxy_hosts() -> set[str | None]:
    return {URL(proxy).raw_host for proxy in getproxies().values() if proxy.startswith("http://")}


def find_proxy(url: URL) -> str | None:
    """Find the proxy of this machine for an address; None where it goes straight there."""
    # aiohttp's own `trust_env` would take credentials for any host out of ~/.netrc as well, and fail on ours.
    host = url.host or ""
    if _is_loopback(host) or proxy_bypass(host):
        return None
    proxy = getproxies().get(url.scheme)
    return proxy if proxy and proxy.startswith("http://") else None


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
