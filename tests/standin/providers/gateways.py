"""Gateways and servers of one's own, from their documentation and code, read 2026-11-27."""

from tests.standin.providers.body import Answer, error, refusal

ONE_API = "new-api and one-api, 2026-11-27"
DOCS = "2026-11-27"

NO_QUOTA = error(
    403,
    "用户额度不足, 剩余额度: $0.000000 (request id: 2026)",
    type_="new_api_error",
    code="insufficient_user_quota",
    seen=ONE_API,
)
NO_MODEL = error(
    503,
    "No available channel for model gpt-image-9 under group default (distributor)",
    type_="new_api_error",
    code="model_not_found",
    seen=ONE_API,
)
NO_CHANNEL = error(
    503, "当前分组 default 下对于模型 gpt-image-9 无可用渠道 (request id: 2026)", type_="new_api_error", seen=ONE_API
)
REFUSED_IN_502 = error(
    502,
    "Upstream error: Your request was rejected as a result of our safety system.",
    type_="upstream_error",
    seen=DOCS,
)
REFUSED_WITHOUT_CODE = error(400, "This prompt was flagged by our content policy checks.", seen=DOCS)
REFUSED_BY_MODERATION = refusal(400, {"error": "Prompt flagged by moderation"}, seen=DOCS)
REFUSED_451 = Answer(status=451, body=b"", seen=DOCS)
TOO_LARGE = Answer(
    status=413,
    body=b"<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n</html>\r\n",
    content_type="text/html",
    seen="nginx 1.29",
)
WRONG_PATH = refusal(404, {"detail": "Not Found"}, seen="FastAPI")
WRONG_PATH_HTML = Answer(status=404, body=b"<html>nothing here</html>", content_type="text/html", seen="any web server")
ELSEWHERE = Answer(
    status=301, body=b"", headers={"Location": "https://127.0.0.1/v1"}, seen="nginx 1.29, from http to https"
)
XAI_NO_SIZE = refusal(
    400,
    {"code": "Client specified an invalid argument", "error": "Argument not supported: size"},
    seen="xAI, 2026-11-27",
)
XAI_SILENT = refusal(200, {"data": []}, seen="xAI, 2026-11-27")
GEMINI_NO_MODEL = refusal(
    404,
    [
        {
            "error": {
                "code": 404,
                "message": "models/imagen-9 is not found for API version v1main, or is not supported for predict.",
                "status": "NOT_FOUND",
            }
        }
    ],
    seen="Gemini's troubleshooting guide, 2026-11-27",
)
TOGETHER_NO_MODEL = error(
    404,
    "Unable to access model x. Please visit https://api.together.ai/models to view the list of supported models.",
    type_="invalid_request_error",
    code="model_not_available",
    seen="Together",
)
GEMINI_NO_QUALITY = refusal(
    400,
    [
        {
            "error": {
                "code": 400,
                "message": 'Invalid JSON payload received. Unknown name "quality": Cannot find field.',
                "status": "INVALID_ARGUMENT",
            }
        }
    ],
    seen="Gemini's OpenAI endpoint, 2026-11-27",
)
GO_NO_FIELD = error(400, 'json: unknown field "quality"', seen="encoding/json of Go, strict")
RUST_NO_FIELD = Answer(
    status=422,
    body=b"Failed to deserialize the JSON body into the target type: unknown field `quality`, expected one of "
    b"`prompt`, `model`, `n`, `size` at line 1 column 80",
    content_type="text/plain",
    seen="axum and serde",
)
PYDANTIC_NO_FIELD = refusal(
    422,
    {
        "detail": [
            {
                "type": "extra_forbidden",
                "loc": ["body", "quality"],
                "msg": "Extra inputs are not permitted",
                "input": "low",
            }
        ]
    },
    seen="FastAPI and pydantic 2",
)
PYTHON_NO_FIELD = error(400, "generate() got an unexpected keyword argument 'quality'", seen="servers in Python")
CLASSIC_NO_FIELD = error(
    400, "Unrecognized request argument supplied: quality", type_="invalid_request_error", seen="OpenAI until 2024"
)
