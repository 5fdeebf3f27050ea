"""OpenAI, from its guides and its client's types, read 2026-11-27."""

from tests.standin.providers.body import error

DOCS = "https://developers.openai.com/api/docs/guides/error-codes, 2026-11-27"

REFUSED = error(
    400,
    "Your request was rejected by the safety system. If you believe this is an error, contact us at help.openai.com "
    "and include the request ID req_1. safety_violations=[violence].",
    type_="image_generation_user_error",
    code="moderation_blocked",
    seen=DOCS,
)
NO_QUOTA = error(
    429,
    "You exceeded your current quota, please check your plan and billing details.",
    type_="insufficient_quota",
    code="insufficient_quota",
    seen=DOCS,
)
BILLING_INACTIVE = error(
    429,
    "Your account is not active, please check your billing details on our website.",
    type_="billing_not_active",
    code="billing_not_active",
    seen=DOCS,
)
TOO_FAST = error(
    429,
    "Rate limit reached for gpt-image-2 in organization org-1 on images per min: Limit 5, Used 5, Requested 1. "
    "Please try again in 12s.",
    type_="input-images",
    code="rate_limit_exceeded",
    seen=DOCS,
)
UNVERIFIED = error(
    403,
    "Your organization must be verified to use the model `gpt-image-2`. Please go to: "
    "https://platform.openai.com/settings/organization/general and click on Verify Organization.",
    type_="invalid_request_error",
    seen=DOCS,
)
NO_MODELS_SCOPE = error(
    403,
    "You have insufficient permissions for this operation. Missing scopes: api.model.read. Check that you have the "
    "correct role in your organization, and if you're using a restricted API key, that it has the necessary scopes.",
    type_="invalid_request_error",
    seen=DOCS,
)
NO_TRANSPARENCY = error(
    400,
    "Invalid value: 'transparent'. Supported values are: 'opaque' and 'auto'.",
    type_="invalid_request_error",
    param="background",
    code="invalid_value",
    seen=DOCS,
)
NO_MODEL = error(
    403,
    "Project `proj_1` does not have access to model `gpt-image-2.6-flare`",
    type_="invalid_request_error",
    code="model_not_found",
    seen=DOCS,
)
MODEL_GONE = error(
    404,
    "The model 'gpt-image-1' does not exist or you do not have access to it.",
    type_="invalid_request_error",
    param="model",
    code="model_not_found",
    seen=DOCS,
)
WRONG_PATH = error(404, "Invalid URL (POST /images/generations)", type_="invalid_request_error", seen=DOCS)
WRONG_KEY = error(
    401,
    "Incorrect API key provided: sk-wrong. You can find your API key at https://platform.openai.com/account/api-keys.",
    type_="invalid_request_error",
    code="invalid_api_key",
    seen=DOCS,
)
PROMPT_TOO_LONG = error(
    400,
    "Invalid 'prompt': string too long. Expected a string with maximum length 1000, but got a string with length 2000 "
    "instead.",
    type_="invalid_request_error",
    param="prompt",
    code="string_above_max_length",
    seen=DOCS,
)
BAD_MASK = error(
    400,
    "Invalid mask image format - mask size does not match image size",
    type_="image_generation_user_error",
    param="mask",
    code="invalid_mask_image_format",
    seen=DOCS,
)
NO_STREAM = error(
    400,
    "Unsupported value: 'stream' does not support true with this model.",
    type_="invalid_request_error",
    param="stream",
    code="unsupported_value",
    seen=DOCS,
)
NO_BACKGROUND = error(
    400,
    "'background' is not supported with this model",
    type_="invalid_request_error",
    param="background",
    seen="several servers, 2026-11-27",
)
NO_PROMPT = error(
    400,
    "Missing required parameter: 'prompt'.",
    type_="invalid_request_error",
    param="prompt",
    code="missing_required_parameter",
    seen=DOCS,
)
NO_GIF = error(
    400,
    "GIF output is in preview, and your project does not have access to it.",
    type_="invalid_request_error",
    param="output_format",
    seen='the types of createImage, openai 3.57.0: "Requires access to the GIF preview"; the wording is not known',
)
