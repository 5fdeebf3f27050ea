"""The files in deploy/, judged by the descriptions that Compose and Kubernetes give of their own formats."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from bot.settings import Settings

ROOT = Path(__file__).parents[2]
SPECS = ROOT / "tests/specs"


def load_objects() -> dict[str, Any]:
    """Load what is described for Kubernetes, by its kind."""
    found = yaml.safe_load_all((ROOT / "deploy/kubernetes.yaml").read_text("utf-8"))
    return {one["kind"]: one for one in found}


def load_compose(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def mistakes(given: Any, kind: str) -> list[str]:
    schema = json.loads((SPECS / "kubernetes-subset.schema.json").read_text("utf-8"))
    return [one.message for one in Draft202012Validator({**schema, "$ref": f"#/$defs/{kind}"}).iter_errors(given)]


@pytest.mark.parametrize("name", ["compose.yaml", "deploy/compose.yaml"])
def test_compose_takes_the_file(name: str) -> None:
    schema = json.loads((SPECS / "compose.schema.json").read_text("utf-8"))
    given = load_compose(name)
    assert [one.message for one in Draft202012Validator(schema).iter_errors(given)] == []
    given["services"]["easel"]["volume"] = []
    assert not Draft202012Validator(schema).is_valid(given)


@pytest.mark.parametrize("kind", ["Deployment", "PodDisruptionBudget", "Service"])
def test_kubernetes_takes_each_object(kind: str) -> None:
    given = load_objects()[kind]
    assert mistakes(given, kind) == []
    given["spec"]["selectors"] = given["spec"].pop("selector")
    assert mistakes(given, kind)


def test_kubernetes_finds_the_pods_and_their_port() -> None:
    objects = load_objects()
    pod = objects["Deployment"]["spec"]["template"]
    (container,) = pod["spec"]["containers"]
    (port,) = container["ports"]
    for kind in ("Service", "PodDisruptionBudget", "Deployment"):
        selector = objects[kind]["spec"]["selector"]
        assert selector.get("matchLabels", selector).items() <= pod["metadata"]["labels"].items()
    probed = {name: container[name]["httpGet"] for name in ("startupProbe", "livenessProbe", "readinessProbe")}
    assert {one["port"] for one in probed.values()} == {port["name"]}
    assert {name: one["path"] for name, one in probed.items()} == {
        "startupProbe": "/healthz",
        "livenessProbe": "/healthz",
        "readinessProbe": "/readyz",
    }
    named = {one["name"]: one["value"] for one in container["env"]}
    assert named["HEALTH_PORT"] == str(port["containerPort"])
    assert named["DATA_DIR"] in {one["mountPath"] for one in container["volumeMounts"]}


def test_all_of_them_set_what_easel_reads_and_give_it_the_same_room() -> None:
    alone, fleet = (load_compose(name)["services"]["easel"] for name in ("compose.yaml", "deploy/compose.yaml"))
    pod = load_objects()["Deployment"]["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    named = {*alone["environment"], *fleet["environment"], *(one["name"] for one in container["env"])}
    assert named <= {name.upper() for name in Settings.model_fields}
    for same in ("mem_limit", "pids_limit", "stop_grace_period", "read_only", "cap_drop", "security_opt"):
        assert fleet[same] == alone[same]
    assert container["resources"]["limits"]["memory"] == fleet["mem_limit"].replace("m", "Mi")
    assert f"{pod['terminationGracePeriodSeconds']}s" == fleet["stop_grace_period"]
    assert pod["terminationGracePeriodSeconds"] > Settings.model_fields["shutdown_grace_seconds"].default


def test_the_folder_for_blobs_is_in_the_container_and_its_users() -> None:
    folder = load_compose("deploy/compose.yaml")["services"]["easel"]["environment"]["BLOB_URL"].removeprefix("file://")
    (line,) = [one for one in (ROOT / "Dockerfile").read_text("utf-8").splitlines() if "useradd" in one]
    assert folder in line.partition("-o easel")[2].split()
