"""A stand-in for Discord on sockets: REST, gateway and CDN, for tests of the real bot process.

    async with Platform() as discord, BotProcess(discord, discord.environment(), folder=tmp_path) as bot:
        handle = await discord.slash(discord.alice, discord.channel, "edit", prompt="blue", image=File("a.png", data))
        assert await handle.acknowledged() < 3
        picture = (await handle.final()).attachments[0].data
        gate = discord.hold_next("PATCH", "/messages/@original$")   # wait at the next delivery, then:
        ...
        bot.kill()
        assert discord.spec_violations == []

It follows Discord's documentation and what discord.py 2.7.1 expects. `limits` has the figures, `state.calls` every
request with its body, files and answer, and `answer_violations` what the stand-in itself got wrong.
"""
