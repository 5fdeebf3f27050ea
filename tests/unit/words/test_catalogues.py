"""The catalogues: complete, said with what they are given, used, and within Discord's limits, in every language."""

import ast as python
import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from fluent.syntax import ast

import bot.words
from bot.domain import errors
from bot.words.commands import COMMANDS
from bot.words.failures import error_id
from bot.words.language.catalogue import Family, Topic, load_limits, load_sources, message_id
from bot.words.language.fluent import Fact
from bot.words.language.spoken import ENGLISH, LANGUAGES, PSEUDO, speaking
from tests.unit.words import catalogues
from tests.unit.words.samples import leaves

GROUPS = ("forget", "export", "gallery", "theme")
"""What only has commands within it, and is none itself."""
NOT_IN_MESSAGES = ("commands", "names", "playground")
"""Topics that stand in Discord's own places, or on a page, where a mention of a command is not rendered."""
NOT_RENDERED = ("delete-question",)
"""The same of single messages: this one stands in a form."""
SPOKEN = [*LANGUAGES, PSEUDO]
EVERY = [(language, topic) for language in catalogues.LANGUAGES for topic in catalogues.TOPICS]


def modules() -> Iterator[tuple[str, object]]:
    for one in pkgutil.walk_packages(bot.words.__path__, "bot.words."):
        yield one.name, importlib.import_module(one.name)


FAMILIES = [
    pytest.param(value, id=f"{module.removeprefix('bot.words.')}.{name}")
    for module, contents in modules()
    for name, value in vars(contents).items()
    if isinstance(value, Family)
]


def facts_for(language: str, topic: str, message: str) -> dict[str, Fact]:
    """Give every fact of a message, as a number of something."""
    return dict.fromkeys(catalogues.facts_of(language, topic, message), 3)


@pytest.mark.parametrize(("language", "topic"), EVERY)
def test_a_catalogue_can_be_read(language: str, topic: str) -> None:
    body = catalogues.parse(language, topic).body
    assert [one.content for one in body if isinstance(one, ast.Junk)] == []
    names = sorted(one.id.name for one in body if isinstance(one, ast.Message | ast.Term))
    assert [one for one, next_one in pairwise(names) if one == next_one] == []


def test_there_is_no_catalogue_that_english_lacks() -> None:
    assert set(catalogues.LANGUAGES) <= set(LANGUAGES)
    found = {one.relative_to(catalogues.FOLDER).parts[1] for one in catalogues.FOLDER.rglob("*.*")}
    assert found == {f"{topic}.ftl" for topic in catalogues.TOPICS}


@pytest.mark.parametrize("topic", catalogues.TOPICS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_lacks_a_message(language: str, topic: str) -> None:
    assert catalogues.messages(ENGLISH, topic).keys() == catalogues.messages(language, topic).keys()


@pytest.mark.parametrize(("language", "topic"), EVERY)
def test_a_translation_is_of_a_message_and_of_what_it_tells(language: str, topic: str) -> None:
    english = catalogues.messages(ENGLISH, topic)
    for name in catalogues.messages(language, topic):
        assert name in english
        told = catalogues.facts_of(ENGLISH, topic, name)
        tells = catalogues.facts_of(language, topic, name)
        assert tells <= told, name
        # What a part of a message leaves out, the rest may tell; where a word has one form, nothing has to be counted.
        assert name in catalogues.references(ENGLISH, topic) or told - tells <= {"count"}, name


@pytest.mark.parametrize(("language", "topic"), EVERY)
def test_a_translation_knows_the_cases_that_english_tells_apart(language: str, topic: str) -> None:
    lacking = {}
    for name in catalogues.messages(language, topic):
        told, known = catalogues.variants_of(ENGLISH, topic, name), catalogues.variants_of(language, topic, name)
        # A language may say the same for all cases; where it tells them apart, each is meant.
        for fact in told.keys() & known.keys():
            if catalogues.ANY_OTHER not in known[fact]:
                lacking[name, fact] = told[fact] - known[fact] - {catalogues.ANY_OTHER}
    assert not any(lacking.values()), lacking


@pytest.mark.parametrize(("language", "topic"), EVERY)
def test_a_command_that_can_be_pressed_is_one_that_there_is(language: str, topic: str) -> None:
    commands = {message_id("slash", one) for one in COMMANDS if one not in GROUPS}
    assert catalogues.terms(language, topic) <= commands


@pytest.mark.parametrize(("language", "topic"), EVERY)
def test_a_command_in_a_message_can_be_pressed(language: str, topic: str) -> None:
    if topic in NOT_IN_MESSAGES:
        return
    typed = "|".join(one.replace("_", " ") for one in COMMANDS if one not in GROUPS)
    bare = re.compile(rf"`/(?:{typed})`|(?<![a-z0-9_/.`<])/(?:{typed})(?![a-z0-9_/-])")
    for message, source in load_sources(topic, language).items():
        outside = re.sub("`[^`]* [^`]*`", "", source)
        assert message in NOT_RENDERED or bare.findall(outside) == [], message


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("topic", catalogues.TOPICS)
def test_every_message_is_said_with_its_facts(language: str, topic: str) -> None:
    say = Topic(topic)
    with speaking(language):
        for message in catalogues.messages(ENGLISH, topic):
            facts = facts_for(ENGLISH, topic, message)
            text = say(message, **facts)
            assert "{" not in text, message
            # What stands within others may be nothing; what is shown may not.
            assert text or message in catalogues.references(ENGLISH, topic), message
            for fact in (0, 1, 2, 12_345, "other"):
                say(message, **dict.fromkeys(facts, fact))


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("family", FAMILIES)
def test_messages_that_belong_together_are_all_there(family: Family[str], language: str) -> None:
    with speaking(language):
        assert all(family.values())


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("topic", catalogues.TOPICS)
def test_what_discord_shows_in_a_small_place_fits_it(topic: str, language: str) -> None:
    # The limits stand in the English catalogue, for translators too.
    say, limits = Topic(topic), load_limits(topic)
    with speaking(language):
        for message in catalogues.messages(ENGLISH, topic):
            text = say(message, **facts_for(ENGLISH, topic, message))
            assert len(text) <= limits.get(message, 2000), message


@pytest.mark.parametrize("language", SPOKEN)
def test_what_people_type_is_what_discord_takes(language: str) -> None:
    # Discord's API reference, "Application Command Naming".
    say = Topic("names")
    with speaking(language):
        for message in catalogues.messages(ENGLISH, "names"):
            assert re.fullmatch(r"[-_'\w]{1,32}", say(message)), message
            assert say(message) == say(message).lower()


@pytest.mark.parametrize("topic", [one for one in catalogues.TOPICS if one != "names"])
def test_no_message_is_there_for_nothing(topic: str) -> None:
    used, prefixes = said(topic)
    used |= catalogues.references(ENGLISH, topic)
    if topic == "failures":
        names = {error_id(above) for kind in leaves(errors.EaselError) for above in kind.__mro__}
        used |= names | {f"of-server-{name}" for name in names}
    left = {
        name
        for name in catalogues.messages(ENGLISH, topic)
        if name not in used and not name.startswith(tuple(f"{one}-" for one in prefixes))
    }
    assert left == set()


def said(topic: str) -> tuple[set[str], set[str]]:
    """Collect the texts in the modules that say something of a topic, and what their families begin with."""
    texts, prefixes = set(), set()
    for _, tree in catalogues.python_files("bot/words"):
        nodes = list(python.walk(tree))
        if not any(_is_topic(node, topic) for node in nodes):
            continue
        texts |= {one.value for one in nodes if isinstance(one, python.Constant) and isinstance(one.value, str)}
        for node in nodes:
            match node:
                case python.Call(
                    func=python.Attribute(attr="of" | "each"), args=[python.Constant(value=str() as prefix), *_]
                ):
                    prefixes.add(prefix)
    return texts, prefixes


def _is_topic(node: python.AST, topic: str) -> bool:
    match node:
        case python.Call(func=python.Name(id="Topic"), args=[python.Constant(value=name)]):
            return bool(name == topic)
    return False


def test_what_is_said_is_given_what_it_tells() -> None:
    for path, tree in catalogues.python_files("bot/words"):
        topics = {
            target.id: str(topic.value)
            for node in python.walk(tree)
            if isinstance(node, python.Assign)
            and isinstance(node.value, python.Call)
            and isinstance(node.value.func, python.Name)
            and node.value.func.id == "Topic"
            for target in node.targets
            if isinstance(target, python.Name)
            for topic in node.value.args
            if isinstance(topic, python.Constant)
        }
        for node in python.walk(tree):
            match node:
                case python.Call(
                    func=python.Name(id=name), args=[python.Constant(value=str() as message)], keywords=given
                ) if name in topics and all(one.arg for one in given):
                    facts = catalogues.facts_of(ENGLISH, topics[name], message)
                    assert facts == {one.arg for one in given}, (path.name, message)
