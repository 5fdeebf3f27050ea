"""Options on record, also on one that an earlier version has written."""

import json

import pytest

from bot.domain.extension import Extension
from bot.domain.options import Moderation, Options
from bot.domain.task import Rework
from bot.store.jobs.options_record import options_from_record, options_to_record


def test_what_a_server_wants_of_a_job_is_on_its_record() -> None:
    options = Options(model="gpt-image-2", moderation=Moderation.LOW, sketches=False)
    assert options_from_record(json.loads(json.dumps(options_to_record(options)))) == options


def test_a_record_from_before_there_were_such_wishes_is_read() -> None:
    record = options_to_record(Options(model="gpt-image-2"))
    del record["moderation"], record["sketches"]
    assert options_from_record(record) == Options(model="gpt-image-2")


@pytest.mark.parametrize(
    "options",
    [
        Options(model="gpt-image-2", task=Extension.ZOOM_OUT_LITTLE),
        Options(model="gpt-image-2", task=Rework.CUT_OUT),
        Options(model="gpt-image-2", aspect="16:9"),
    ],
)
def test_what_is_done_with_a_picture_is_on_the_record(options: Options) -> None:
    record = json.loads(json.dumps(options_to_record(options)))
    assert options_from_record(record) == options
    assert options_from_record(record).extension == options.extension
    del record["task"], record["aspect"]
    assert options_from_record(record) == Options(model="gpt-image-2")
