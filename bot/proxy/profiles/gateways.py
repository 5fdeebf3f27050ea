"""new-api, one-api, Portkey, Cloudflare and other gateways that stand under no name of their own: as `compatible`."""

from http import HTTPStatus

from bot.domain.errors import ContentRefused, ModelUnknown, OutOfMoney, RequestTooLarge
from bot.proxy.fields import PERSON_FIELDS, STREAM_FIELDS
from bot.proxy.profiles.preset import SEED, Preset
from bot.proxy.rules import FAILED, Rule, words

_DOCS = "the documentation of new-api and one-api, 2026-11-27"

RULES = (
    Rule(
        error=OutOfMoney,
        names=words(r"insufficient_\w*quota", r"pre_consume_token_quota_failed", r"insufficient_balance", "arrearage"),
        seen=f"{_DOCS}; Alibaba's model studio",
    ),
    Rule(
        error=OutOfMoney,
        statuses=FAILED,
        says=words(
            r"insufficient (?:account )?(?:balance|credits?|funds)", r"额度(?:已用尽|不足)", r"quota is not enough"
        ),
        seen=f"{_DOCS}, by their words alone",
    ),
    Rule(
        error=ModelUnknown,
        statuses=FAILED,
        says=words(
            r"no available channels? for", r"无可用渠道", r"无权(?:访问|使用)模型", r"distributor\W+model not found"
        ),
        seen=_DOCS,
    ),
    Rule(
        error=ContentRefused,
        names=words("datainspectionfailed", r"sensitivecontentdetected", r"content_policy\b"),
        seen="Alibaba's model studio, Volcano Engine, Together, 2026-11-28",
    ),
    Rule(error=ContentRefused, statuses=(HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS,), seen="gateways, 2026-11-27"),
    Rule(
        error=ContentRefused,
        statuses=FAILED,
        says=words(
            r"(?:blocked|flagged|rejected|refused|violat\w+).{0,60}(?:safety|moderation|content|usage).{0,12}"
            r"(?:policy|policies|system|filter|guidelines|check)",
            r"(?:safety|moderation|content) (?:policy|system|filter)\w*.{0,40}"
            r"(?:blocked|flagged|rejected|refused|violat)",
            r"(?:blocked|flagged|rejected|refused).{0,60}\bmoderation\b",
            r"content_(?:filter|moderation)\w*",
            r"prohibited_content",
            r"image_safety",
            r"\bnsfw\b.{0,40}(?:detect|content|prompt|image|not allowed)",
            r"(?:inappropriate|sensitive) (?:content|information|words)",
        ),
        seen="gateways that drop the code of a refusal or wrap it in a 5xx, 2026-11-27",
    ),
    Rule(error=RequestTooLarge, statuses=(HTTPStatus.REQUEST_ENTITY_TOO_LARGE,), seen="RFC 9110, 15.5.14"),
)

PRESET = Preset(omitted=SEED | STREAM_FIELDS | PERSON_FIELDS | {"markup"}, sparse=True, rules=RULES)
