"""Discord's ids, spread evenly over a number of places."""


def spread(snowflake: int, places: int) -> int:
    """Give an id one of so many places, from 0.

    Ids differ in the upper bits, which count milliseconds: https://docs.discord.com/developers/reference
    """
    return (snowflake >> 22 ^ snowflake) % places
