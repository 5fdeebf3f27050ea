"""Routes about the bot itself, its commands, guilds and users."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.standin.calls import Answer, Call, route
from tests.standin.errors import NOT_FOUND, UNKNOWN_MEMBER, ApiError
from tests.standin.payloads import channel_to_json, guild_to_json, member_to_json, user_to_json
from tests.standin.state import Intent
from tests.standin.world import BOT_PERMISSIONS

if TYPE_CHECKING:
    from tests.standin.state import State

_MEMBERS_FLAG = 1 << 15
_MESSAGE_CONTENT_FLAG = 1 << 19


@route("GET", "/users/@me")
def get_me(state: State, _call: Call) -> Answer:
    """Tell the bot who it is."""
    return Answer(200, user_to_json(state.bot) | {"mfa_enabled": True, "locale": "en-US", "verified": True})


@route("GET", "/users/{user_id}")
def get_user(state: State, call: Call) -> Answer:
    """Tell about a user."""
    return Answer(200, user_to_json(state.user(call.snowflake("user_id"))))


@route("POST", "/users/@me/channels")
def open_dm(state: State, call: Call) -> Answer:
    """Open the direct messages with a user."""
    user = state.user(int(call.body["recipient_id"]))
    return Answer(200, channel_to_json(state.open_dm(user)))


@route("GET", "/gateway", public=True)
def get_gateway(state: State, _call: Call) -> Answer:
    """Tell where the gateway is."""
    return Answer(200, {"url": state.gateway_url})


@route("GET", "/gateway/bot")
def get_gateway_bot(state: State, _call: Call) -> Answer:
    """Tell where the gateway is, how many shards it wants, and how often the bot may still identify itself."""
    body = {"url": state.gateway_url, "shards": state.limits.shards, "session_start_limit": state.starts.to_json()}
    return Answer(200, body)


@route("GET", "/applications/@me")
def get_application(state: State, _call: Call) -> Answer:
    """Tell about the application; its flags say which privileged intents are switched on."""
    flags = (_MEMBERS_FLAG if state.privileged_intents & Intent.MEMBERS else 0) | (
        _MESSAGE_CONTENT_FLAG if state.privileged_intents & Intent.MESSAGE_CONTENT else 0
    )
    body: dict[str, Any] = {
        "id": str(state.application_id),
        "name": state.bot.name,
        "icon": None,
        "description": "",
        "summary": "",
        "type": None,
        "bot": user_to_json(state.bot),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": flags,
        "flags_new": str(flags),
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user_to_json(next(iter(state.users.values()))),
        "approximate_guild_count": len(state.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": ["bot", "applications.commands"],
        "install_params": {"scopes": ["bot", "applications.commands"], "permissions": str(int(BOT_PERMISSIONS))},
    }
    return Answer(200, body)


@route("GET", "/oauth2/applications/@me")
def get_oauth2_application(state: State, call: Call) -> Answer:
    """Tell about the application at its older address."""
    return get_application(state, call)


def _check_application(state: State, call: Call) -> None:
    if call.snowflake("application_id") != state.application_id:
        raise ApiError(NOT_FOUND)


def _scope(call: Call) -> int | None:
    return call.snowflake("guild_id") if "guild_id" in call.arguments else None


@route("GET", "/applications/{application_id}/commands")
@route("GET", "/applications/{application_id}/guilds/{guild_id}/commands")
def list_commands(state: State, call: Call) -> Answer:
    """List the registered commands."""
    _check_application(state, call)
    return Answer(200, state.commands.of_scope(_scope(call)))


@route("PUT", "/applications/{application_id}/commands")
@route("PUT", "/applications/{application_id}/guilds/{guild_id}/commands")
def put_commands(state: State, call: Call) -> Answer:
    """Register these commands and no others."""
    _check_application(state, call)
    return Answer(200, state.commands.replace_all(call.body or [], guild_id=_scope(call)))


@route("POST", "/applications/{application_id}/commands")
@route("POST", "/applications/{application_id}/guilds/{guild_id}/commands")
def post_command(state: State, call: Call) -> Answer:
    """Register one command beside the others."""
    _check_application(state, call)
    entry, is_new = state.commands.put(call.body, guild_id=_scope(call))
    return Answer(201 if is_new else 200, entry)


@route("GET", "/guilds/{guild_id}")
def get_guild(state: State, call: Call) -> Answer:
    """Tell about a guild of the bot's."""
    return Answer(200, guild_to_json(state.guild(call.snowflake("guild_id"))))


@route("GET", "/guilds/{guild_id}/members/{user_id}")
def get_member(state: State, call: Call) -> Answer:
    """Tell about a member of a guild."""
    guild = state.guild(call.snowflake("guild_id"))
    member = guild.members.get(call.snowflake("user_id"))
    if member is None:
        raise ApiError(UNKNOWN_MEMBER)
    return Answer(200, member_to_json(member, guild))


@route("GET", "/guilds/{guild_id}/channels")
def list_channels(state: State, call: Call) -> Answer:
    """List the channels of a guild, threads not among them."""
    guild = state.guild(call.snowflake("guild_id"))
    return Answer(200, [channel_to_json(one) for one in guild.channels.values() if one.parent is None])


@route("GET", "/guilds/{guild_id}/threads/active")
def list_active_threads(state: State, call: Call) -> Answer:
    """List the threads of a guild that are not archived."""
    guild = state.guild(call.snowflake("guild_id"))
    threads = [one for one in guild.channels.values() if one.parent is not None]
    return Answer(200, {"threads": [channel_to_json(one) for one in threads], "members": []})
