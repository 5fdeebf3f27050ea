"""LiteLLM's proxy 1.108.7: its own bytes, recorded on 2026-11-28 in front of an upstream that was scripted."""

from tests.standin.providers.body import Answer, error

RAN = "LiteLLM 1.108.7, ran 2026-11-28"
DOCS = "LiteLLM 1.108.7, ran 2026-11-27 by others"

REFUSED = Answer(
    status=400,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.BadRequestError: OpenAIException - Your request was rejecte'
        b"d by the safety system. If you believe this is an error, contact us at help.openai.com a"
        b"nd include the request ID req_1. safety_violations=[violence].\\n\\nLiteLLM: model group '"
        b'gpt-image-2\' failed with the error above. No fallback was attempted.","type":"image_gene'
        b'ration_user_error","param":null,"code":"400"}}'
    ),
)
NO_QUOTA = Answer(
    status=429,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.RateLimitError: RateLimitError: OpenAIException - You excee'
        b"ded your current quota, please check your plan and billing details.\\n\\nLiteLLM: model gr"
        b'oup \'gpt-image-2\' failed with the error above. No fallback was attempted.","type":"throt'
        b'tling_error","param":null,"code":"429"}}'
    ),
)
TOO_FAST = Answer(
    status=429,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.RateLimitError: RateLimitError: OpenAIException - Rate limi'
        b"t reached for gpt-image-2 in organization org-1 on images per min: Limit 5, Used 5, Requ"
        b"ested 1.\\n\\nLiteLLM: model group 'gpt-image-2' failed with the error above. No fallback "
        b'was attempted.","type":"throttling_error","param":null,"code":"429"}}'
    ),
)
UPSTREAM_KEY = Answer(
    status=401,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.AuthenticationError: AuthenticationError: OpenAIException -'
        b" Incorrect API key provided: sk-abc.\\n\\nLiteLLM: model group 'gpt-image-2' failed with t"
        b'he error above. No fallback was attempted.","type":"authentication_error","param":null,"'
        b'code":"401"}}'
    ),
)
MODEL_GONE = Answer(
    status=404,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.NotFoundError: NotFoundError: OpenAIException - The model \''
        b"gpt-image-1' does not exist or you do not have access to it.\\n\\nLiteLLM: model group 'gp"
        b't-image-2\' failed with the error above. No fallback was attempted.","type":"invalid_requ'
        b'est_error","param":null,"code":"404"}}'
    ),
)
UNKNOWN_FIELD = Answer(
    status=400,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.BadRequestError: OpenAIException - Unknown parameter: \'safe'
        b"ty_identifier'.\\n\\nLiteLLM: model group 'gpt-image-2' failed with the error above. No fa"
        b'llback was attempted.","type":"invalid_request_error","param":"safety_identifier","code"'
        b':"400"}}'
    ),
)
UNVERIFIED = Answer(
    status=403,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.APIError: APIError: OpenAIException - Your organization mus'
        b"t be verified to use the model `gpt-image-2`. Please go to: https://platform.openai.com/"
        b"settings/organization/general and click on Verify Organization.\\n\\nLiteLLM: model group "
        b'\'gpt-image-2\' failed with the error above. No fallback was attempted.","type":"permissio'
        b'n_error","param":null,"code":"403"}}'
    ),
)
UPSTREAM_DOWN = Answer(
    status=500,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.InternalServerError: InternalServerError: OpenAIException -'
        b" The server had an error while processing your request. Sorry about that!\\n\\nLiteLLM: mo"
        b'del group \'gpt-image-2\' failed with the error above. No fallback was attempted.","type":'
        b'"internal_server_error","param":null,"code":"500"}}'
    ),
)
UPSTREAM_BUSY = Answer(
    status=503,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.ServiceUnavailableError: ServiceUnavailableError: OpenAIExc'
        b"eption - The engine is currently overloaded, please try again later\\n\\nLiteLLM: model gr"
        b'oup \'gpt-image-2\' failed with the error above. No fallback was attempted.","type":"inter'
        b'nal_server_error","param":null,"code":"503"}}'
    ),
)
PROMPT_TOO_LONG = Answer(
    status=400,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.ContextWindowExceededError: litellm.BadRequestError: Contex'
        b"tWindowExceededError: OpenAIException - Invalid 'prompt': string too long. Expected a st"
        b"ring with maximum length 1000, but got a string with length 2000 instead.\\nmodel=gpt-ima"
        b"ge-2. context_window_fallbacks=None. fallbacks=None.\\n\\nSet 'context_window_fallback' - "
        b"https://docs.litellm.ai/docs/routing#fallbacks\\n\\nLiteLLM: model group 'gpt-image-2' fai"
        b'led with the error above. No fallback was attempted.","type":"invalid_request_error","pa'
        b'ram":null,"code":"400"}}'
    ),
)
EDIT_REFUSED = Answer(
    status=400,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.BadRequestError: OpenAIException - {\\"error\\": {\\"message\\"'
        b': \\"Your request was rejected by the safety system. If you believe this is an error, con'
        b"tact us at help.openai.com and include the request ID req_1. safety_violations=[violence"
        b'].\\", \\"type\\": \\"image_generation_user_error\\", \\"param\\": null, \\"code\\": \\"moderation'
        b"_blocked\\\"}}\\n\\nLiteLLM: model group 'gpt-image-2' failed with the error above. No fallb"
        b'ack was attempted.","type":"invalid_request_error","param":null,"code":"400"}}'
    ),
)
BAD_MASK = Answer(
    status=400,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.BadRequestError: OpenAIException - {\\"error\\": {\\"message\\"'
        b': \\"Invalid mask image format - mask size does not match image size\\", \\"type\\": \\"image'
        b'_generation_user_error\\", \\"param\\": \\"mask\\", \\"code\\": \\"invalid_mask_image_format\\"}}'
        b"\\n\\nLiteLLM: model group 'gpt-image-2' failed with the error above. No fallback was atte"
        b'mpted.","type":"invalid_request_error","param":null,"code":"400"}}'
    ),
)
EDIT_UNKNOWN_FIELD = Answer(
    status=400,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.BadRequestError: OpenAIException - {\\"error\\": {\\"message\\"'
        b': \\"Unknown parameter: \'safety_identifier\'.\\", \\"type\\": \\"invalid_request_error\\", \\"pa'
        b'ram\\": \\"safety_identifier\\", \\"code\\": \\"unknown_parameter\\"}}\\n\\nLiteLLM: model group '
        b'\'gpt-image-2\' failed with the error above. No fallback was attempted.","type":"invalid_r'
        b'equest_error","param":null,"code":"400"}}'
    ),
)
EDIT_NO_QUOTA = Answer(
    status=429,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.RateLimitError: RateLimitError: OpenAIException - {\\"error\\'
        b'": {\\"message\\": \\"You exceeded your current quota, please check your plan and billing d'
        b'etails.\\", \\"type\\": \\"insufficient_quota\\", \\"param\\": null, \\"code\\": \\"insufficient_q'
        b"uota\\\"}}\\n\\nLiteLLM: model group 'gpt-image-2' failed with the error above. No fallback "
        b'was attempted.","type":"throttling_error","param":null,"code":"429"}}'
    ),
)
UNKNOWN_MODEL = Answer(
    status=400,
    seen=RAN,
    body=(
        b'{"error":{"message":"400: {\'error\': \'/image/generations: Invalid model name passed in mo'
        b'del=gpt-nope. Call `/v1/models` to view available models for your key.\'}","type":"invali'
        b'd_request_error","param":null,"code":"400"}}'
    ),
)
WRONG_KEY = Answer(
    status=400,
    seen=RAN,
    body=(b'{"error":{"message":"No connected db.","type":"no_db_connection","param":null,"code":"400"}}'),
)
NO_EDITS = Answer(
    status=500,
    seen=RAN,
    body=(
        b'{"error":{"message":"litellm.APIConnectionError: APIConnectionError: XaiException - imag'
        b"e edit is not supported for xai\\n\\nLiteLLM: model group 'grok-imagine' failed with the e"
        b'rror above. No fallback was attempted.","type":"internal_server_error","param":null,"cod'
        b'e":"500"}}'
    ),
)
WRONG_PATH = Answer(
    status=404,
    seen=RAN,
    body=(b'{"detail":"Not Found"}'),
)
NO_PROMPT = Answer(
    status=400,
    seen=RAN,
    body=(
        b'{"error":{"message":"/image/generations: Missing required parameter: \'prompt\'.","type":"'
        b'invalid_request_error","param":"prompt","code":"400"}}'
    ),
)
NO_KEY = Answer(
    status=500,
    seen=RAN,
    body=b"Internal Server Error",
    content_type="text/plain",
)
IN_COOLDOWN = error(
    429,
    "No deployments available for selected model, Try again in 5 seconds. All deployments for selected model are in "
    "cooldown. Passed model=gpt-image-2. pre-call-checks=False, cooldown_list=['dce2']",
    type_="all_deployments_in_cooldown",
    code="429",
    seen=RAN,
)
BUDGET_SPENT = error(
    422,
    "Budget has been exceeded! Current cost: 10.2, Max budget: 10.0",
    type_="budget_exceeded",
    code="422",
    seen=DOCS,
)
KEY_WITHOUT_MODEL = error(
    403,
    "key not allowed to access model. This key can only access models=['gpt-image-2']. Tried to access gpt-image-1",
    type_="key_model_access_denied",
    param="model",
    code="403",
    seen=DOCS,
)
STREAM_FAILED = error(
    500,
    "litellm.APIConnectionError: 'AsyncStream' object has no attribute 'model_dump'",
    type_="internal_server_error",
    code="500",
    seen=DOCS,
)
