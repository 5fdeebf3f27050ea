"""When a provider that fails for everybody is asked."""

from dataclasses import dataclass

from bot.proxy.breaker import (
    FIRST_PAUSE_SECONDS,
    HANGING_TOGETHER,
    LONGEST_PAUSE_SECONDS,
    OPEN_AFTER,
    Breaker,
    BreakerState,
    Passage,
)


@dataclass
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def enter(breaker: Breaker) -> Passage:
    passage = breaker.enter()
    assert passage is not None
    return passage


def fail(breaker: Breaker) -> None:
    passage = enter(breaker)
    breaker.failed(passage)
    breaker.leave(passage)


def broken(clock: Clock) -> Breaker:
    breaker = Breaker(clock)
    for _ in range(OPEN_AFTER):
        fail(breaker)
    return breaker


def test_a_few_outages_stop_nobody() -> None:
    breaker = Breaker(Clock())
    for _ in range(OPEN_AFTER - 1):
        fail(breaker)
    assert breaker.health.is_up
    enter(breaker)


def test_an_answer_begins_the_count_anew() -> None:
    breaker = Breaker(Clock())
    for _ in range(3):
        for _ in range(OPEN_AFTER - 1):
            fail(breaker)
        breaker.answered()
    assert breaker.health.is_up
    assert breaker.health.outages == 0


def test_after_a_run_of_outages_all_are_told_at_once_and_how_long_it_lasts() -> None:
    breaker = broken(Clock())
    assert breaker.enter() is None
    assert breaker.health.state is BreakerState.OPEN
    assert breaker.health.next_try_seconds == FIRST_PAUSE_SECONDS


def test_after_the_pause_one_is_let_through() -> None:
    clock = Clock()
    breaker = broken(clock)
    clock.now += FIRST_PAUSE_SECONDS
    trial = enter(breaker)
    assert breaker.health.state is BreakerState.TRYING
    assert breaker.enter() is None
    breaker.answered()
    breaker.leave(trial)
    assert breaker.health.is_up
    enter(breaker)


def test_pauses_double_up_to_a_limit_while_trials_fail() -> None:
    clock = Clock()
    breaker = broken(clock)
    pauses = []
    for _ in range(6):
        pauses.append(breaker.health.next_try_seconds)
        clock.now += pauses[-1]
        fail(breaker)
    assert pauses == [15.0, 30.0, 60.0, LONGEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS]


def test_a_trial_that_ended_in_neither_way_frees_its_place() -> None:
    clock = Clock()
    breaker = broken(clock)
    clock.now += FIRST_PAUSE_SECONDS
    breaker.leave(enter(breaker))
    enter(breaker)


def test_what_began_before_the_provider_was_seen_at_work_does_not_count() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    old = [enter(breaker) for _ in range(OPEN_AFTER * 2)]
    clock.now += 1
    breaker.answered()
    for passage in old:
        breaker.failed(passage)
    assert breaker.health.is_up


def test_many_who_wait_in_vain_give_up_together() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    waiting = [enter(breaker) for _ in range(HANGING_TOGETHER)]
    clock.now += 100
    assert not any(breaker.gives_up(one, hang_seconds=101) for one in waiting)
    assert all(breaker.gives_up(one, hang_seconds=100) for one in waiting)
    assert breaker.enter() is None


def test_one_who_waits_alone_may_have_a_lot_to_draw() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    waiting = [enter(breaker) for _ in range(HANGING_TOGETHER - 1)]
    clock.now += 1000
    assert not any(breaker.gives_up(one, hang_seconds=100) for one in waiting)


def test_nobody_gives_up_while_others_get_answers() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    waiting = [enter(breaker) for _ in range(20)]
    clock.now += 100
    breaker.answered()
    clock.now += 50
    assert not any(breaker.gives_up(one, hang_seconds=100) for one in waiting)


def test_a_trial_that_hangs_gives_up_alone() -> None:
    clock = Clock()
    breaker = broken(clock)
    clock.now += FIRST_PAUSE_SECONDS
    trial = enter(breaker)
    clock.now += 100
    assert breaker.gives_up(trial, hang_seconds=100)
