"""Which machines a request may go to."""

import pytest
from aiohttp import DefaultResolver

from bot.proxy.reach import AddressRefused, Reach, is_public
from tests.contract.scripted import Names


async def found(reach: Reach, host: str) -> list[str]:
    return [one["host"] for one in await reach.resolve(host, 80)]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::5db8:d70e", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - it is refused
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00:ec2::254", False),
        ("ff02::1", False),
        ("::ffff:169.254.169.254", False),
        ("::127.0.0.1", False),
        ("64:ff9b::a9fe:a9fe", False),
        ("2002:a9fe:a9fe::1", False),
    ],
)
def test_an_address_is_public_or_not(address: str, public: bool) -> None:  # noqa: FBT001
    assert is_public(address) is public


async def test_only_the_public_addresses_of_a_name_are_connected_to() -> None:
    reach = Reach("api", resolver=Names(mixed=[["10.0.0.1", "93.184.215.14"]], inside=[["10.0.0.1", "::1"]]))
    assert await found(reach, "mixed") == ["93.184.215.14"]
    with pytest.raises(AddressRefused):
        await found(reach, "inside")
    with pytest.raises(AddressRefused):
        await reach.check("inside", 80)


async def test_a_name_that_changes_its_address_after_the_check_is_not_connected_to() -> None:
    reach = Reach("api", resolver=Names(moving=[["93.184.215.14"], ["169.254.169.254"]]))
    await reach.check("moving", 80)
    with pytest.raises(AddressRefused):
        await found(reach, "moving")


async def test_the_providers_own_host_may_be_anywhere_under_any_name() -> None:
    names = Names(localai=[["172.18.0.3"]], alias=[["172.18.0.3", "172.18.0.4"]])
    reach = Reach("localai", resolver=names)
    assert await found(reach, "localai") == ["172.18.0.3"]
    assert await found(reach, "alias") == ["172.18.0.3"]
    await reach.check("172.18.0.3", 80)
    with pytest.raises(AddressRefused):
        await reach.check("172.18.0.4", 80)


async def test_the_proxy_of_the_environment_may_be_anywhere_but_is_no_host_of_pictures(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("https_proxy", "http://gate:3128")
    reach = Reach("api", resolver=Names(gate=[["10.0.0.1"]]))
    assert await found(reach, "gate") == ["10.0.0.1"]
    with pytest.raises(AddressRefused):
        await reach.check("gate", 3128)


async def test_a_name_that_only_a_proxy_may_know_passes_the_check_and_is_not_found() -> None:
    reach = Reach("api", resolver=Names())
    await reach.check("far", 80)
    with pytest.raises(OSError, match="far"):
        await found(reach, "far")


@pytest.mark.parametrize("host", ["2130706433", "127.1", "0x7f000001"])
async def test_other_ways_to_write_a_number_are_no_way_in(host: str) -> None:
    reach = Reach("api.invalid", resolver=DefaultResolver())
    with pytest.raises(AddressRefused):
        await reach.check(host, 80)


async def test_a_label_that_is_too_long_is_the_name_of_no_host() -> None:
    reach = Reach("api.invalid", resolver=DefaultResolver())
    with pytest.raises(OSError, match="not the name"):
        await found(reach, f"{'ü' * 64}.invalid")
