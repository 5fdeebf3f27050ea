"""Discord's own OpenAPI description as the judge of what was sent and answered."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jsonschema import ValidationError

    from tests.standin.calls import Call

SPEC_PATH = Path(__file__).resolve().parents[1] / "specs" / "discord-bot-subset.openapi.json"
_PARAMETER = re.compile(r"\{\w+\}")
_DOCUMENT = "urn:discord"
_JSON = "application/json"
# discord.py writes these ids as integers. Discord takes both and its own guides number the files of a request with
# integers, but the description has snowflakes alone, which are strings.
_INTEGERS_TOO = {
    "MessageAttachmentRequest": ("id",),
    "MessageReferenceRequest": ("guild_id", "channel_id", "message_id"),
    "CreatePrivateChannelRequest": ("recipient_id",),
}
_INTEGER_ITEMS_TOO = {"MessageAllowedMentionsRequest": ("users", "roles")}
_ID = re.compile(r"(?<![\d.])[12]\d{16,18}(?![\d.])")
_TIME_OR_SIGNATURE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?|(?<=[?&](?:ex|is|hm)=)[0-9a-f]+")


class Spec:
    """The operations of the description, with a compiled validator for each."""

    def __init__(self, document: dict[str, Any]) -> None:
        _allow_integers(document["components"]["schemas"])
        self._operations = {
            (method.upper(), _PARAMETER.sub("{}", path)): (path, method, operation)
            for path, item in document["paths"].items()
            for method, operation in item.items()
            if method != "parameters"
        }
        self._registry = Registry().with_resource(_DOCUMENT, DRAFT202012.create_resource(document))
        self._verdicts: dict[str, str | None] = {}

    @functools.cached_property
    def _validators(self) -> dict[str, Draft202012Validator]:
        return {}

    def judge_request(self, call: Call) -> str | None:
        """Return what is wrong with the body of a request, in one line; None when nothing is."""
        found = self._find(call)
        if found is None or call.body is None:
            return None
        path, method, operation = found
        if _JSON not in operation.get("requestBody", {}).get("content", {}):
            return f"{call.method} {call.template} takes no body"
        return self._judge(call, call.body, (path, method, "requestBody", "content", _JSON, "schema"))

    def judge_answer(self, call: Call) -> str | None:
        """Return what is wrong with a successful answer of the stand-in; None when nothing is."""
        found = self._find(call)
        if found is None or call.status is None or call.status >= 300:
            return None
        path, method, operation = found
        response = operation["responses"].get(str(call.status))
        if response is None:
            return f"{call.method} {call.template} never answers {call.status}"
        if call.answer is None or _JSON not in response.get("content", {}):
            return (
                None if call.answer is None else f"{call.method} {call.template} answers {call.status} without a body"
            )
        schema = (path, method, "responses", str(call.status), "content", _JSON, "schema")
        return self._judge(call, call.answer, schema)

    def _find(self, call: Call) -> tuple[str, str, dict[str, Any]] | None:
        return self._operations.get((call.method, _PARAMETER.sub("{}", call.template or "")))

    def _judge(self, call: Call, instance: Any, keys: tuple[str, ...]) -> str | None:
        pointer = "/".join(key.replace("~", "~0").replace("/", "~1") for key in ("paths", *keys))
        memory_key = f"{pointer} {_form(instance)}"
        if memory_key not in self._verdicts:
            validator = self._validators.get(pointer)
            if validator is None:
                schema = {"$ref": f"{_DOCUMENT}#/{pointer}"}
                validator = self._validators[pointer] = Draft202012Validator(schema, registry=self._registry)
            error = next(validator.iter_errors(instance), None)
            self._verdicts[memory_key] = None if error is None else _describe(call, error)
        return self._verdicts[memory_key]


def _form(instance: Any) -> str:
    """Write a body without what the description cannot tell apart: ids, times and signatures, which stay as long.

    Ids are numbered in the order in which they come, so that equal ones stay equal. To judge each body took most of
    the stand-in's time, and of sixteen one has a form that was not judged before.
    """
    numbers: dict[str, str] = {}

    def number(found: re.Match[str]) -> str:
        return numbers.setdefault(found[0], f"1{len(numbers):0{len(found[0]) - 1}}")

    written = _ID.sub(number, json.dumps(instance, sort_keys=True))
    return _TIME_OR_SIGNATURE.sub(lambda found: "0" * len(found[0]), written)


def _narrow(error: ValidationError) -> ValidationError:
    """Return the error inside of the one alternative that fits the body's own type."""
    branches: dict[Any, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.schema_path[0], []).append(inner)
    fitting = [
        branch
        for branch in branches.values()
        if not any(found.validator == "type" or list(found.relative_path) == ["type"] for found in branch)
    ]
    return _narrow(fitting[0][0]) if len(fitting) == 1 else error


def _allow_integers(schemas: dict[str, Any]) -> None:
    integer = {"type": "integer", "minimum": 0}
    for name, properties in _INTEGERS_TOO.items():
        for key in properties:
            schemas[name]["properties"][key] = {"anyOf": [schemas[name]["properties"][key], integer]}
    for name, properties in _INTEGER_ITEMS_TOO.items():
        for key in properties:
            array = schemas[name]["properties"][key]
            array["items"] = {"anyOf": [array["items"], integer]}


def _describe(call: Call, error: ValidationError) -> str:
    error = _narrow(error)
    return f"{call.method} {call.template} {error.json_path}: {error.message[:300]}"


@functools.cache
def load_spec() -> Spec:
    """Read the description; once for the process."""
    return Spec(json.loads(SPEC_PATH.read_text()))


def request_violations(calls: Iterable[Call]) -> list[str]:
    """Return what was sent against the description, once each."""
    spec = load_spec()
    return list(dict.fromkeys(found for call in calls if (found := spec.judge_request(call))))


def answer_violations(calls: Iterable[Call]) -> list[str]:
    """Return what the stand-in answered against the description, once each."""
    spec = load_spec()
    return list(dict.fromkeys(found for call in calls if (found := spec.judge_answer(call))))
