"""The words for failures: what happened, what to do, and whether it cost anything."""

import dataclasses
import re

import pytest

from bot.domain import errors
from bot.words import failures as failures_words
from tests.unit.words.samples import leaves

EXAMPLES: tuple[errors.EaselError, ...] = (
    errors.PromptBlank(),
    errors.PromptTooLong(length=40_000, limit=32_000),
    errors.PromptTooLongForModel(model="gpt-image-2"),
    errors.PromptTooLongForModel(model="gpt-image-2", limit=1000),
    errors.RequestTooLarge(pictures=2),
    errors.RequestTooLarge(),
    errors.FormatNotGranted(output_format="gif", model="gpt-image-2.6-flare"),
    errors.ProviderPaused(retry_after_seconds=20),
    errors.OrganizationUnverified(model="gpt-image-2", detail="secret detail"),
    errors.AccountBlocked(detail="secret detail"),
    errors.AddressWrong(detail="secret detail"),
    errors.EmptyAnswer(),
    errors.OptionNotOffered(option="quality", value="max", offered=("low", "high"), model="gpt-image-1"),
    errors.OptionNotOffered(option="fidelity", value="high", offered=(), model="gpt-image-2"),
    errors.OptionNotOffered(option="model", value="x", offered=("gpt-image-2",), model="x"),
    errors.OptionNotOffered(option="n", value="9", offered=("1", "8"), model="gpt-image-2"),
    errors.OptionNotOffered(option="quality", value="max", offered=("low",), model="gpt-image-2", of_server=True),
    errors.OptionNotOffered(option="n", value="9", offered=("1", "3"), model="gpt-image-2", of_server=True),
    errors.OptionMisread(
        written="--qualty high", mistake="misspelt", option="quality", prompt="a fox", meant="--quality high"
    ),
    errors.OptionMisread(written="--colour", mistake="unknown", option="colour", offered=("quality", "n")),
    errors.OptionMisread(written="--model", mistake="value_missing", option="model"),
    errors.OptionMisread(written="--n x", mistake="value_unknown", option="n", offered=("1", "8")),
    errors.OptionMisread(written="--n 20", mistake="value_unknown", option="n", offered=("1", "8"), meant="--n 8"),
    errors.OptionMisread(written="--size big", mistake="value_unknown", option="size", offered=("portrait", "auto")),
    errors.OptionMisread(written="--private", mistake="private", option="private", meant=""),
    errors.OptionsConflict(
        option="background", value="transparent", other="format", other_value="jpeg", offered=("png", "webp")
    ),
    errors.AreaNotTaken(area="part"),
    errors.AreaNotTaken(area="part", as_drawn=True),
    errors.SizeNotAllowed(size="1000x1000", rule="divisor", limit="16", model="gpt-image-2"),
    errors.EditsNotOffered(),
    errors.MaskNotOffered(),
    errors.MaskForSeveralPictures(pictures=3),
    errors.TooManyPictures(pictures=17, limit=16),
    errors.NoPictureThere(),
    errors.PictureOutOfSight(),
    errors.NoSuchPicture(place=5, pictures=2),
    errors.NothingLarger(model="gpt-image-2"),
    errors.AlreadyThatShape(aspect="16:9"),
    errors.AspectNotTaken(beside=""),
    errors.AspectNotTaken(beside="mask"),
    errors.AspectNotTaken(beside="size"),
    errors.AspectNotTaken(beside="preview"),
    errors.ExtendedTooFar(limit=3, model="gpt-image-2"),
    errors.UnsupportedImage(label="image2", found="HEIC"),
    errors.UnsupportedImage(label="image"),
    errors.BrokenImage(label="mask", detail="secret detail"),
    errors.FileTooLarge(label="image", limit_bytes=50 * 1024 * 1024),
    errors.TooManyPixels(label="image", width=13_000, height=13_000, limit_pixels=64_000_000),
    errors.SideTooLong(label="image", width=40_000, height=10, limit_side=32_767),
    errors.ImageTooComplex(label="image", reason="memory"),
    errors.ForeignFile(label="image", host="evil.example"),
    errors.FileUnavailable(label="image", status=404),
    errors.MaskOfAnotherShape(mask_width=10, mask_height=20, image_width=30, image_height=30),
    errors.MaskMarksNothing(had_alpha=True),
    errors.MaskMarksNothing(had_alpha=False),
    errors.MaskMarksNothing(had_alpha=False, chosen=True),
    errors.MaskMarksNothing(had_alpha=False, painted=True),
    errors.MaskTooDetailed(size_bytes=5 * 1024 * 1024, limit_bytes=4 * 1024 * 1024),
    errors.NotAllowed(permissions=("attach_files", "send_messages")),
    errors.BudgetSpent(
        scope="role", period="day", unit="microusd", limit=2_000_000, left=10_000, renews_at=1_800_000_000
    ),
    errors.BudgetSpent(scope="bot", period="month", unit="pictures", limit=100, left=3, renews_at=1_800_000_000),
    errors.BudgetSpent(scope="server", period="day", unit="pictures", limit=1, left=0, renews_at=1_800_000_000),
    errors.BudgetSpent(
        scope="user", period="month", unit="pictures", limit=9, left=3, renews_at=1_800_000_000, of_server=True
    ),
    errors.QueueFull(waiting=200, limit=200),
    errors.TooManyJobs(scope="user", open=3, limit=3),
    errors.TooManyJobs(scope="here", open=1, limit=1),
    errors.TooManyJobs(scope="server", open=20, limit=20),
    errors.Cancelled(by_user_id=7, may_have_cost=True),
    errors.Cancelled(by_user_id=0),
    errors.ContentRefused(categories=("violence", "self-harm")),
    errors.ContentRefused(),
    errors.RateLimited(detail="secret detail", retry_after_seconds=20),
    errors.ProviderDown(may_have_cost=True),
    errors.ProviderTimedOut(after_seconds=600, may_have_cost=True),
    errors.KeyRejected(detail="secret detail"),
    errors.OutOfMoney(),
    errors.ModelUnknown(model="gpt-image-1"),
    errors.RequestRejected(detail="secret detail"),
    errors.BadAnswer(),
    errors.Interrupted(),
    errors.Interrupted(may_have_cost=True),
    errors.TooLate(),
    errors.PlaceClosed(),
    errors.PlaceClosed(asleep=True),
    errors.StorageDown(),
    errors.OutcomeUnknown(may_have_cost=True),
    errors.Unexpected(),
    errors.KeyRejected(of_server=True),
    errors.FormatNotGranted(output_format="gif", model="gpt-image-2", of_server=True),
    errors.ServerKeyUnreadable(),
    errors.ServerKeyChanged(),
    errors.NotYours(),
    errors.NotForYou(act="settings", allowed=("manager",)),
    errors.NotForYou(act="delete", allowed=("asker", "manager", "moderator")),
    errors.ClosedHere(doing="imagine", channel_ids=(1, 2)),
    errors.ClosedHere(doing="edit", channel_ids=(1,), role_ids=(3,)),
    errors.ClosedHere(doing="share", elsewhere=True),
    errors.Muted(ends_at=1_800_000_000),
    errors.Muted(),
    errors.WordRefused(),
    errors.ExportTooSoon(next_at=1_800_000_000),
    errors.MessagesClosed(),
    errors.NoGallery(),
    errors.GalleryClosed(channel_id=5, refused=True),
    errors.GalleryClosed(channel_id=5, refused=False),
    errors.GalleryClosed(channel_id=None, refused=True),
    errors.OwnPicture(act="heart"),
    errors.OwnPicture(act="report"),
    errors.SharedAlready(),
    errors.NotShared(),
    errors.ThemeOver(),
    errors.BarredHere(),
    errors.ModerationLower(),
    errors.EditsForbidden(by="person"),
    errors.EditsForbidden(by="server"),
    errors.DraftOver(),
    errors.NotMadeYet(),
    errors.RequestForgotten(),
    errors.PicturesGone(),
    errors.TooLargeToPost(size_bytes=10, limit_bytes=5),
    errors.TooLargeToPost(size_bytes=10, limit_bytes=5, posted=2, pictures=3),
    errors.ChannelClosed(),
    errors.ThreadClosed(),
    errors.PictureFiltered(),
    errors.ChannelClosed(free=True),
    errors.DiscordDown(),
)


def test_every_error_of_the_tree_is_tried_here() -> None:
    assert set(leaves(errors.EaselError)) <= {type(example) for example in EXAMPLES}


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    drawn = set(re.findall(r"[├└]── (\w+)", errors.__doc__ or ""))
    defined = {
        name
        for name, one in vars(errors).items()
        if isinstance(one, type) and issubclass(one, errors.EaselError) and one is not errors.EaselError
    }
    assert drawn == defined


COSTS_NOTHING_EVER: tuple[type[errors.EaselError], ...] = (
    *(errors.NotYours, errors.NotForYou, errors.Muted, errors.ExportTooSoon, errors.MessagesClosed),
    *(errors.NoGallery, errors.GalleryClosed, errors.SharedAlready, errors.NotShared, errors.OwnPicture),
    *(errors.ThemeOver, errors.BarredHere, errors.ModerationLower, errors.DraftOver),
    errors.NotMadeYet,
)
"""Where nobody wonders about money: sharing, hearts, reports, mutes, settings, looking."""


def may_have_cost(error: errors.EaselError) -> bool:
    if isinstance(error, errors.ClosedHere):
        return error.doing != "share"
    return not isinstance(error, COSTS_NOTHING_EVER)


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_a_failure_is_two_sentences_and_one_about_the_cost_where_there_could_be_one(error: errors.EaselError) -> None:
    text = failures_words.explain(error)
    sentences = re.split(r"(?<=[.!?]) ", text.replace("\\.", ""))
    about_cost = [one for one in sentences if re.search(r"spent|charged|paid for|cost (nothing|some)|your limits", one)]
    assert about_cost == (sentences[-1:] if may_have_cost(error) else [])
    quotes = "put it in quotes" in text
    assert len(sentences) - len(about_cost) == 2 + quotes
    assert text.endswith(".")


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_a_failure_shows_no_detail_of_the_provider_and_no_code(error: errors.EaselError) -> None:
    text = failures_words.explain(error)
    assert "secret" not in text
    assert "None" not in text
    assert not re.search(r"[{}]", text.replace("\\{", "").replace("\\}", ""))


def test_different_failures_have_different_sentences() -> None:
    texts = [failures_words.explain(example) for example in EXAMPLES]
    assert len(set(texts)) == len(texts)


def test_a_failure_that_may_have_cost_says_so() -> None:
    assert "may have charged" in failures_words.explain(errors.ProviderDown(may_have_cost=True))
    assert "Nothing was spent" in failures_words.explain(errors.ProviderDown(may_have_cost=False))


@pytest.mark.parametrize("count", [1, 2, 12, 13, 500])
def test_a_list_of_any_length_fits_a_message(count: int) -> None:
    names = tuple(f"model-{number:03}-{'x' * 80}" for number in range(count))
    lists = (
        errors.OptionNotOffered(option="model", value="x" * 6000, offered=names, model="x" * 6000),
        errors.ContentRefused(categories=names),
    )
    for error in lists:
        text = failures_words.explain(error)
        assert "model-000" in text
        assert len(text) <= 2000


def test_what_was_posted_is_told_when_the_rest_could_not_be() -> None:
    text = failures_words.explain(errors.ChannelClosed(posted=2, pictures=3))
    assert "I could post only 2 of 3 pictures" in text
    assert "It was paid for" in text


def test_a_limit_that_is_reached_and_one_that_would_be_passed_are_told_apart() -> None:
    def told(*, left: int, limit: int, unit: str = "pictures", scope: str = "user") -> str:
        spent = errors.BudgetSpent(
            scope=scope, period="day", unit=unit, limit=limit, left=left, renews_at=1, of_server=True
        )
        return failures_words.explain(spent)

    assert told(left=0, limit=3).startswith(
        "You've reached today's limit in this server (3 pictures). It resets <t:1:R>."
    )
    assert told(left=0, limit=1).startswith("You've reached today's limit in this server (1 picture).")
    assert told(left=0, limit=500_000, unit="microusd", scope="server").startswith(
        "This server has reached today's limit ($0.50)."
    )
    assert told(left=2, limit=3).startswith(
        "That would take you over today's limit in this server: 2 of 3 pictures left."
    )
    assert told(left=120_000, limit=500_000, unit="microusd", scope="role").startswith(
        "That would take you over today's limit for your role in this server: $0.12 of $0.50 left."
    )


@pytest.mark.parametrize(("seconds", "wait"), [(1.0, "in a moment"), (20, "<t:1800000020:R>"), (None, "in a minute")])
def test_a_short_wait_is_a_moment_and_a_longer_one_a_time(seconds: float | None, wait: str) -> None:
    retry_at = None if seconds is None else 1_800_000_000 + int(seconds)
    for error in (errors.RateLimited, errors.ProviderPaused):
        told = failures_words.explain(error(retry_after_seconds=seconds, retry_at=retry_at))
        assert f"You can try again {wait}." in told


def test_a_mask_of_another_shape_is_told_with_both_sizes() -> None:
    text = failures_words.explain(
        errors.MaskOfAnotherShape(mask_width=640, mask_height=480, image_width=800, image_height=800)
    )
    assert "640x480" in text
    assert "800x800" in text


def test_every_field_of_an_error_fits_its_words() -> None:
    # A field that is renamed in the tree must not leave a hole in a sentence.
    for example in EXAMPLES:
        assert dataclasses.is_dataclass(example)
        failures_words.explain(example)
