"""The real LiteLLM proxy in front of the demo API and of a scripted upstream, each on loopback."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.contract.scripted import Provider

ROOT = Path(__file__).parents[2]
LITELLM = ROOT / ".venv-judges" / "bin" / "litellm"
KEY = "sk-judges"
_START_SECONDS = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """A LiteLLM that runs; `upstream_port` is where it looks for the scripted one."""

    base_url: str
    upstream_port: int


@pytest.fixture(scope="session")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    if not LITELLM.exists():
        pytest.skip("LiteLLM is not installed: `make judges` installs it from requirements-judges.lock and runs these")
    folder = tmp_path_factory.mktemp("judges")
    port, demo_port, upstream_port = _free_ports(3)
    config = folder / "config.yaml"
    config.write_text(json.dumps(_config(demo_port, upstream_port)))
    demo = [sys.executable, "-m", "bot", "demo-api", "--port", str(demo_port)]
    litellm = [str(LITELLM), "--config", str(config), "--host", "127.0.0.1", "--port", str(port)]
    quiet = {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    with (folder / "log").open("wb") as log:
        running = [
            subprocess.Popen(  # noqa: S603 - our own programs, with arguments of ours
                command,
                cwd=ROOT if command is demo else folder,
                env={**os.environ, **quiet},
                stdout=log,
                stderr=log,
            )
            for command in (demo, litellm)
        ]
        try:
            _wait_for(f"http://127.0.0.1:{demo_port}/healthz", running)
            _wait_for(f"http://127.0.0.1:{port}/health/liveliness", running)
            yield Proxy(base_url=f"http://127.0.0.1:{port}/v1", upstream_port=upstream_port)
        finally:
            for one in running:
                one.terminate()
            for one in running:
                one.wait(timeout=20)


@pytest.fixture
async def upstream(proxy: Proxy) -> AsyncIterator[Provider]:
    async with Provider(port=proxy.upstream_port) as running:
        yield running


def _config(demo_port: int, upstream_port: int) -> dict[str, object]:
    def served(name: str, model: str, port: int) -> dict[str, object]:
        where = {"model": model, "api_base": f"http://127.0.0.1:{port}/v1", "api_key": "sk-up"}
        return {"model_name": name, "litellm_params": where}

    names = ("gpt-image-2", "gpt-image-2.5-flare", "gpt-image-2.6-flare")
    return {
        "model_list": [
            *(served(name, f"openai/{name}", demo_port) for name in names),
            served("scripted", "openai/gpt-image-2", upstream_port),
            served("without-edits", "xai/grok-imagine-image", upstream_port),
        ],
        "general_settings": {"master_key": KEY},
        "litellm_settings": {"telemetry": False, "num_retries": 0},
        # Else a failure of one test is an outage for the next ones.
        "router_settings": {"disable_cooldowns": True, "num_retries": 0},
    }


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(one.getsockname()[1]) for one in sockets]
    for one in sockets:
        one.close()
    return ports


def _wait_for(url: str, running: list[subprocess.Popen[bytes]]) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        assert all(one.poll() is None for one in running), "a program that judges ended before it began"
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - loopback
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"nothing at {url}")
