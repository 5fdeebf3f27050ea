"""The words of /settings, at their longest and where something is wrong."""

from datetime import UTC, datetime

import pytest

from bot.domain.budget import Budget, Period, Scope, Unit
from bot.domain.models import load_catalogue
from bot.domain.offer import Offer
from bot.domain.options import Moderation, Options, Quality
from bot.domain.server import Doing, Opening, ServerSettings
from bot.domain.server_key import ServerKey
from bot.service.rules import Rules
from bot.service.server_keys import KeyState
from bot.service.server_settings import Inherited, SettingsState
from bot.store.jobs.admission import Limits
from bot.words.escaping import LAYOUT_LIMIT
from bot.words.language.spoken import LANGUAGES, speaking
from bot.words.settings import SECTIONS, SETTINGS, words_left_out
from bot.words.settings_overview import ChannelsHere, settings_overview, settings_section

ENABLED = tuple(f"model-{number}-{'x' * 60}" for number in range(30))
IDS = tuple(1456074443980800019 + number for number in range(25))
KEY = ServerKey(
    id=1, guild_id=7, provider="together", user_id=IDS[0], tried=False, set_at=datetime.now(UTC), ciphertext="secret"
)
LOST = KeyState(key=KEY, is_readable=False, offered=())


def settings_state(
    settings: ServerSettings,
    *,
    rules: Rules,
    enabled: tuple[str, ...] = ENABLED,
    key_state: KeyState | None = None,
) -> SettingsState:
    return SettingsState(
        settings=settings,
        edits_of_uploads=True,
        offer=Offer(settings=settings, catalogue=load_catalogue(), enabled=enabled, most=rules.n_limit),
        inherited=Inherited(
            defaults=Options(model=enabled[0], quality=Quality.LOW),
            limits=Limits(per_user=5, per_server=50, queue=500),
            budgets=(Budget.from_text("user/day=$0.50"),),
            rules=rules,
        ),
        key_state=key_state or KeyState(key=None, is_readable=False, offered=()),
    )


def texts(settings: ServerSettings, channels: ChannelsHere | None = None, **rules: bool) -> dict[str, str]:
    here = settings_state(settings, rules=Rules(**rules), enabled=("gpt-image-2",))
    shown = {name: settings_section(here, channels or ChannelsHere(), name) for name in SECTIONS}
    return {SECTIONS[name]: text for name, text in shown.items() if text is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_at_its_longest_fits_one_message(language: str) -> None:
    opening = Opening(channel_ids=IDS, role_ids=IDS)
    settings = ServerSettings(
        gallery_channel_id=1,
        reports_channel_id=2,
        openings=dict.fromkeys(Doing, opening),
        models=ENABLED,
        qualities=tuple(f"quality{number}" for number in range(25)),
        sizes=tuple(f"{number}x3840" for number in range(25)),
        default_model="y" * 100,
        default_size="z" * 100,
        budgets=tuple(
            Budget(Scope.ROLE, period, unit, 10**12, role) for role in IDS for period in Period for unit in Unit
        ),
        low_moderation_channel_ids=IDS,
        moderation=Moderation.LOW,
    )
    missing = ("view_channel", "send_messages", "embed_links", "attach_files", "read_message_history")
    channels = ChannelsHere(missing={1: missing, 2: None}, unmarked=frozenset(IDS))
    state = settings_state(settings, rules=Rules(moderation=False), key_state=LOST)
    with speaking(language):
        head = sum(map(len, SETTINGS.values()))
        overview = settings_overview(state, channels)
        assert list(overview) == list(SECTIONS)
        assert head + sum(len(SECTIONS[name]) + len(text) + 5 for name, text in overview.items()) <= LAYOUT_LIMIT
        notice = len(words_left_out(["*" * 99] * 99, full=True))
        for name, title in SECTIONS.items():
            alone = settings_section(state, channels, name)
            assert alone is not None
            assert head + notice + len(title) + len(alone) + 5 <= LAYOUT_LIMIT
            assert all(alone.count(begin) == alone.count(end) for begin, end in ("<>", "()"))


def test_a_channel_that_is_gone_is_said() -> None:
    text = texts(ServerSettings(gallery_channel_id=9), ChannelsHere(missing={9: None}))["Channels & gallery"]
    assert "<#9>\n⚠️ It no longer exists, or I can't see it." in text


def test_a_limit_over_the_bots_own_is_said() -> None:
    text = texts(ServerSettings(jobs_per_user=9, jobs_per_server=9))["Spending & limits"]
    assert "member**: at most 9\n⚠️ The bot's own limit of 5 is lower." in text
    assert "server**: at most 9\n**Spending limits**" in text
    assert "*Each member: $0.50 a day*" in text


def test_a_service_that_can_not_be_told_how_strict_to_be_is_said() -> None:
    settings = ServerSettings(moderation=Moderation.LOW)
    assert "has no setting for strictness" in texts(settings, moderation=False)["Moderation"]
    assert "has no setting" not in texts(settings)["Moderation"]
    assert "has no setting" not in texts(ServerSettings(), moderation=False)["Moderation"]


def test_what_stands_for_a_default_of_the_bots_that_does_not_go_is_said() -> None:
    text = texts(ServerSettings(qualities=("medium",)))["Defaults"]
    assert "**Quality**: *bot's default: medium, because low isn't available here*" in text


def test_whether_pictures_are_shown_as_they_are_drawn_is_as_the_bot_has_it() -> None:
    assert "drawn**: *bot's default: on*" in texts(ServerSettings(), streams=True)["Models & options"]
    assert "drawn**: *bot's default: off*" in texts(ServerSettings(), streams=False)["Models & options"]
    assert "drawn**: off" in texts(ServerSettings(streaming=False), streams=True)["Models & options"]
