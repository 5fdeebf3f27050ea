"""Azure OpenAI, from its reference, read 2026-11-27."""

from tests.standin.providers.body import refusal

DOCS = "https://learn.microsoft.com/azure/ai-foundry/openai/reference, 2026-11-27"

REFUSED = refusal(
    400,
    {
        "error": {
            "code": "contentFilter",
            "message": "Your task failed as a result of our safety system.",
            "inner_error": {
                "code": "ResponsibleAIPolicyViolation",
                "content_filter_results": {"sexual": {"filtered": True}, "hate": {"filtered": False}},
            },
        }
    },
    seen=DOCS,
)
MAI_REFUSED = refusal(
    400, {"error": {"code": "content_safety_violation", "message": "The prompt was refused."}}, seen=DOCS
)
BLOCKED = refusal(
    403,
    {
        "error": {
            "code": "403",
            "message": "Your resource has been temporarily blocked because we detected behavior that may violate our "
            "content policy.",
        }
    },
    seen=DOCS,
)
NO_DEPLOYMENT = refusal(
    404,
    {"error": {"code": "DeploymentNotFound", "message": "The API deployment for this resource does not exist."}},
    seen=DOCS,
)
WRONG_PATH = refusal(404, {"error": {"code": "404", "message": "Resource not found"}}, seen=DOCS)
WRONG_KEY = refusal(
    401,
    {
        "error": {
            "code": "401",
            "message": "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a "
            "valid key for an active subscription.",
        }
    },
    seen=DOCS,
)
