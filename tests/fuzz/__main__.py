"""Fuzzes one parser for a while: `python -m tests.fuzz TARGET SECONDS`. What breaks it goes into the corpus."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

CORPUS = Path(__file__).parent / "corpus"
FIELD = Path(__file__).parents[1] / "field"

with atheris.instrument_imports(include=["bot"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Run until the time is over, or something breaks; the input is then written to the corpus under its target."""
    target, seconds = sys.argv[1:]
    found = CORPUS / target
    found.mkdir(exist_ok=True)
    seeds = [str(FIELD)] if target == "picture" else []
    with TemporaryDirectory() as grown:
        options = [f"-max_total_time={seconds}", f"-artifact_prefix={found}/", "-max_len=4096", "-timeout=5"]
        atheris.Setup([sys.argv[0], *options, grown, str(found), *seeds], TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
