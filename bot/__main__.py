"""The command line: run, playground, demo-api, sync, doctor."""

import argparse
import gc
import sys
from collections.abc import Sequence

from bot import __version__
from bot.words.language.spoken import LANGUAGES, PSEUDO

PORT_OF_DEMO_API = 8766


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit code is 0 when all is well."""
    chosen = _parser().parse_args(arguments)
    # What is imported stays, so looking for garbage meanwhile finds none: 0.2 s of the 1.6 s that it takes.
    gc.disable()
    from bot.cli import execute  # noqa: PLC0415 - 1.4 s and 140 MB that --version, --help and a typing error do without

    gc.enable()
    return execute(chosen)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Easel makes and edits pictures in Discord.")
    parser.add_argument("--version", action="version", version=f"Easel {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="run the bot; without DISCORD_TOKEN, open the playground")
    playground = commands.add_parser("playground", help="try the bot in your browser, without an account or a key")
    playground.add_argument("--port", type=_port, help="the local port (PLAYGROUND_PORT)")
    playground.add_argument("--no-browser", action="store_true", help="don't open a browser")
    playground.add_argument("--language", choices=(*LANGUAGES, PSEUDO), help="the language of everything in it")
    demo_api = commands.add_parser("demo-api", help="serve the embedded images API, on this machine only")
    demo_api.add_argument("--port", type=_port, default=PORT_OF_DEMO_API, help="the local port (%(default)s)")
    commands.add_parser("sync", help="register the commands with Discord now")
    doctor = commands.add_parser("doctor", help="check token, permissions, provider, model and disk")
    doctor.add_argument("--paid", action="store_true", help="also make one picture, as small as possible, after asking")
    return parser


def _port(text: str) -> int:
    port = int(text)
    if port not in range(65536):
        raise argparse.ArgumentTypeError(f"{port} isn't a port: choose one from 0 to 65535")
    return port


if __name__ == "__main__":
    sys.exit(main())
