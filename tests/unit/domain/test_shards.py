"""How processes share the shards of Discord's gateway."""

from collections import Counter

import pytest

from bot.domain.shards import ShardLease, ShardPlan, plan_fixed, plan_share, shard_of


def leases_of(holders: str) -> list[ShardLease]:
    """A letter a shard: who holds it; a dot is nobody."""
    return [ShardLease(shard_id=number, holder=None if one == "." else one) for number, one in enumerate(holders)]


def settle(holders: str, processes: str) -> tuple[str, int]:
    """Have processes look in turns until nobody does anything more; gives who holds what, and how often one moved."""
    now, moves = list(holders), 0
    for _ in range(200):
        before = list(now)
        for me in processes:
            plan = plan_share(leases_of("".join(now)), me=me, living=processes, sharing=processes)
            for one in plan.take:
                now[one.shard_id] = me
            if plan.give_up is not None:
                now[plan.give_up] = "."
                moves += 1
            assert now.count(".") <= before.count(".") + 1
        if now == before:
            plans = [
                plan_share(leases_of("".join(now)), me=me, living=processes, sharing=processes) for me in processes
            ]
            assert all(plan.is_settled for plan in plans)
            return "".join(now), moves
    raise AssertionError("never at rest")


@pytest.mark.parametrize(
    ("holders", "processes", "moves"),
    [
        ("." * 40, "abcd", 0),
        ("a" * 40, "abcd", 30),
        ("a" * 10 + "b" * 10 + "c" * 10 + "x" * 10, "abc", 0),
        ("aab", "abc", 1),
        ("a", "ab", 0),
        (".....", "ab", 0),
    ],
)
def test_everybody_ends_with_as_many_or_one_more(holders: str, processes: str, moves: int) -> None:
    held, moved = settle(holders, processes)
    counts = Counter(held)
    assert set(counts) <= set(processes)
    assert max(counts.values()) - min(counts[one] for one in processes) <= 1
    assert moved == moves


def test_nobody_gives_up_a_shard_while_one_is_unheard() -> None:
    assert plan_share(leases_of("aaaa."), me="a", living="ab", sharing="ab") == ShardPlan()


def test_one_process_at_a_time_gives_up_a_shard() -> None:
    given = {me: plan_share(leases_of("aaabbb"), me=me, living="abc", sharing="abc") for me in "abc"}
    assert given == {"a": ShardPlan(), "b": ShardPlan(give_up=5), "c": ShardPlan(is_short=True)}


@pytest.mark.parametrize("holders", ["." * 40, "a" * 10 + "b" * 10 + "c" * 10 + "x" * 10, "aab..c", "aaaabc..."])
def test_those_who_see_the_same_take_all_that_is_free_in_one_look_and_no_shard_twice(holders: str) -> None:
    leases = leases_of(holders)
    taken = [lease.shard_id for me in "abc" for lease in plan_share(leases, me=me, living="abc", sharing="abc").take]
    assert sorted(taken) == [one.shard_id for one in leases if one.holder not in {*"abc"}]


def test_who_does_not_share_keeps_what_it_has_and_counts_for_nothing() -> None:
    plan = plan_share(leases_of("ssss.."), me="a", living="abs", sharing="ab")
    assert [one.shard_id for one in plan.take] == [4]


def test_shards_that_are_named_are_taken_when_nobody_has_them() -> None:
    assert [one.shard_id for one in plan_fixed(leases_of(".x.b"), me="a", living="ab", ids={0, 1, 3}).take] == [0, 1]


def test_a_server_is_heard_by_the_shard_that_discord_says() -> None:
    # "Sharding": shard_id = (guild_id >> 22) % num_shards, and direct messages are sent to shard 0.
    assert shard_of(197038439483310086, 4) == (197038439483310086 >> 22) % 4
    assert shard_of(None, 4) == 0
