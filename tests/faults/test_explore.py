import asyncio, time, pytest
from tests.standin.statement_proxy import Failure, StatementProxy, Statement
from tests.faults.studio import KEYED

@pytest.mark.timeout(500)
async def test_explore(studio_on, server):
    url = server.empty_database()
    async with StatementProxy.before(url) as proxy:
        studio = studio_on("postgresql", url=url, DATABASE_URL=proxy.url, **KEYED)
        async with studio.bot:
            await studio.ask(); await studio.audit()
            proxy.seen.clear()
            for _ in range(6): await studio.ask(); await studio.audit()
            keys = list(proxy.seen)
            for how in [Failure.AFTER, Failure.REFUSED]:
              todo = [k for k in keys if how is not Failure.AFTER or k.text=="COMMIT" or not k.after]
              print(how, len(todo))
              for k in [k for k in todo if ("dbos" in str(k) and k.text=="COMMIT") or "INSERT INTO jobs" in str(k.after) or "advisory" in str(k.after)]:
                proxy.fail({k: how})
                t=time.monotonic()
                n=len(studio.bot.lines.items)
                a=await studio.ask()
                st=None
                while time.monotonic()-t<18:
                    e = studio.books.read().get(a.id)
                    if e and e.state in {"delivered","failed","undeliverable"}: st=e.state;break
                    m=studio.messages(a)
                    if not e and m and not m[0].loading: st=[x.content[:60] for x in m]; break
                    await asyncio.sleep(0.02)
                else:
                    print("TIMEOUT", e)
                    for l in studio.bot.lines.items[n:]: print("      ", l[:1500])
                d=time.monotonic()-t
                if proxy.left or d>0.6 or st!="delivered": print(f"{d:.2f}", "LEFT" if proxy.left else "", st, k, )
                proxy.left.clear()
