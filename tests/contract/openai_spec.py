"""OpenAI's own description of the images API, and where that lags the types of its client, as a judge of requests."""

import copy
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from openai.types.image_generate_params import ImageGenerateParamsBase
from pydantic import TypeAdapter

from bot.domain.models import load_catalogue
from tests.contract.scripted import Request

_PATH = Path(__file__).parents[1] / "specs" / "openai-images.openapi.yaml"
_JSON = "application/json"
_FORM = "multipart/form-data"
_INTEGERS = frozenset({"n", "output_compression", "partial_images", "frame_count", "frame_duration_ms"})
_NEWER = frozenset({"complexity", "frame_count", "frame_duration_ms", "output_format", "safety_identifier"})
"""What the client's types (3.57.0) have and the description of 2026-08-21 has not, or with fewer values."""
_BOOLEANS = {"true": True, "false": False}


def check_request(request: Request) -> None:
    """Fail unless a request is exactly what the description allows: fields, types, values, and nothing besides.

    The description lags behind the models: a quality that the catalogue has for this model is allowed as well.

    Raises:
        jsonschema.ValidationError: it is not; the message says where.
    """
    operation = request.path.rsplit("/", 1)[-1]
    assert request.method == "POST"
    assert request.headers["Content-Type"].partition(";")[0] == (_FORM if operation == "edits" else _JSON)
    document = _from_form(request) if operation == "edits" else request.json
    _validator(operation, str(document.get("model"))).validate(document)


def _from_form(request: Request) -> dict[str, Any]:
    document: dict[str, Any] = {}
    for name, text in request.texts().items():
        assert name not in document, f"{name} is there twice"
        if name in _INTEGERS:
            document[name] = int(text)
        else:
            document[name] = _BOOLEANS[text] if name == "stream" else text
    names = [part.name for part in request.files() if part.name != "mask"]
    assert names in (["image"], ["image[]"] * len(names)), names
    document["image"] = "binary" if names == ["image"] else ["binary"] * len(names)
    masks = [part for part in request.files() if part.name == "mask"]
    assert len(masks) <= 1
    if masks:
        assert masks[0].content_type == "image/png"
        document["mask"] = "binary"
    return document


@cache
def _validator(operation: str, model: str) -> Draft202012Validator:
    schema = copy.deepcopy(_load())
    name = "CreateImageEditRequest" if operation == "edits" else "CreateImageRequest"
    chosen = schema["components"]["schemas"][name]
    chosen["additionalProperties"] = False
    # The description asks for less: the client always names the model.
    chosen["required"] = [*chosen["required"], "model"]
    # Those of an edit are the same, and its types cannot be turned into a schema, for their files.
    newer = TypeAdapter(ImageGenerateParamsBase).json_schema()["properties"]
    chosen["properties"] |= {field: newer[field] for field in _NEWER}
    chosen["properties"]["quality"]["enum"] += load_catalogue().find(model).qualities
    document = {**schema, "$ref": f"#/components/schemas/{name}"}
    Draft202012Validator.check_schema(document)
    return Draft202012Validator(document)


@cache
def _load() -> dict[str, Any]:
    with _PATH.open(encoding="utf-8") as file:
        document = yaml.safe_load(file)
    return {"components": document["components"]}
