"""What each provider takes, from its documentation and code, read 2026-11-27; `env` are the lines that serve it."""

from tests.standin.providers.body import Answer, error, refusal
from tests.standin.providers.server import OPENAI_FIELDS, Habits

_KEY = "IMAGES_API_KEY=…"


def _xai(name: str) -> Answer:
    return refusal(
        400, {"code": "Client specified an invalid argument", "error": f"Argument not supported: {name}"}, seen="xAI"
    )


def _gemini(name: str) -> Answer:
    message = f'Invalid JSON payload received. Unknown name "{name}": Cannot find field.'
    return refusal(400, [{"error": {"code": 400, "message": message, "status": "INVALID_ARGUMENT"}}], seen="Gemini")


def _pydantic(name: str) -> Answer:
    detail = [{"type": "extra_forbidden", "loc": ["body", name], "msg": "Extra inputs are not permitted", "input": "x"}]
    return refusal(422, {"detail": detail}, seen="FastAPI and pydantic 2")


def _openai(name: str) -> Answer:
    return error(
        400,
        f"Unknown parameter: '{name}'.",
        type_="invalid_request_error",
        param=name,
        code="unknown_parameter",
        seen="OpenAI",
    )


OPENAI = Habits(name="openai", refuses=_openai, env=f"IMAGES_PROVIDER=openai {_KEY}")
COMFY = Habits(
    name="comfy", refuses=_openai, base="/proxy/openai", env="IMAGES_PROVIDER=comfy IMAGES_API_KEY=comfyui-…"
)
AZURE = Habits(
    name="azure",
    takes=OPENAI_FIELDS - {"safety_identifier"},
    refuses=_openai,
    base="/openai/v1",
    env=f"IMAGES_PROVIDER=azure IMAGES_BASE_URL=https://NAME.openai.azure.com/openai/v1 {_KEY} IMAGES_MODEL=DEPLOYMENT",
)
LITELLM = Habits(
    name="litellm",
    env="IMAGES_PROVIDER=litellm IMAGES_BASE_URL=http://HOST:4000/v1 IMAGES_API_KEY=sk-…",
)
XAI = Habits(
    name="xai",
    takes=frozenset({"prompt", "model", "n", "response_format", "user"}),
    refuses=_xai,
    edits="json",
    masks=False,
    env=f"IMAGES_PROVIDER=xai {_KEY} IMAGES_MODEL=grok-imagine-image",
)
GEMINI = Habits(
    name="gemini",
    takes=frozenset({"prompt", "model", "n", "size", "response_format"}),
    refuses=_gemini,
    edits=None,
    base="/v1beta/openai",
    env=f"IMAGES_PROVIDER=gemini {_KEY} IMAGES_MODEL=imagen-4.0-generate-001",
)
TOGETHER = Habits(
    name="together",
    takes=frozenset({"prompt", "model", "n", "size", "output_format", "response_format"}),
    gives_addresses=True,
    edits=None,
    env=f"IMAGES_PROVIDER=together {_KEY} IMAGES_MODEL=black-forest-labs/FLUX.2-dev",
)
VLLM = Habits(
    name="vllm",
    takes=frozenset({"prompt", "model", "n", "size", "quality", "background", "output_format", "response_format"}),
    refuses=_pydantic,
    size_holds_an_x=True,
    env="IMAGES_PROVIDER=vllm IMAGES_BASE_URL=http://HOST:8000/v1 IMAGES_MODEL=Qwen/Qwen-Image",
)
LOCALAI = Habits(
    name="localai",
    takes=frozenset({"prompt", "model", "n", "size", "quality", "response_format"}),
    gives_addresses=True,
    edits=None,
    env="IMAGES_PROVIDER=localai IMAGES_BASE_URL=http://HOST:8080/v1 IMAGES_MODEL=stablediffusion",
)
SDCPP = Habits(
    name="sdcpp",
    takes=frozenset({"prompt", "model", "n", "size", "output_format"}),
    env="IMAGES_PROVIDER=sdcpp IMAGES_BASE_URL=http://HOST:1234/v1 IMAGES_MODEL=sd",
)
OLLAMA = Habits(
    name="ollama",
    takes=frozenset({"prompt", "model", "size", "response_format"}),
    edits="text",
    masks=False,
    most=1,
    env="IMAGES_PROVIDER=ollama IMAGES_BASE_URL=http://HOST:11434/v1 IMAGES_MODEL=x/z-image-turbo",
)
XINFERENCE = Habits(
    name="xinference",
    takes=frozenset({"prompt", "model", "n", "size", "response_format"}),
    gives_addresses=True,
    size_must_be_set=True,
    masks=False,
    env="IMAGES_PROVIDER=xinference IMAGES_BASE_URL=http://HOST:9997/v1 IMAGES_MODEL=sd3.5-medium",
)

ALL = (OPENAI, COMFY, AZURE, LITELLM, XAI, GEMINI, TOGETHER, VLLM, LOCALAI, SDCPP, OLLAMA, XINFERENCE)
