"""Options on record, also on one that an earlier version has written."""

import json

from bot.domain.options import Moderation, Options
from bot.store.jobs.options_record import options_from_record, options_to_record


def test_what_a_server_wants_of_a_job_is_on_its_record() -> None:
    options = Options(model="gpt-image-2", moderation=Moderation.LOW, sketches=False)
    assert options_from_record(json.loads(json.dumps(options_to_record(options)))) == options


def test_a_record_from_before_there_were_such_wishes_is_read() -> None:
    record = options_to_record(Options(model="gpt-image-2"))
    del record["moderation"], record["sketches"]
    assert options_from_record(record) == Options(model="gpt-image-2")
