"""Run every part, or those that are named, and print one line a figure."""

import sys

from benchmarks import answer, beside, compose, extend, gallery, history, images, load, start, words

PARTS = {
    "start": start.rows,
    "images": images.rows,
    "compose": compose.rows,
    "extend": extend.rows,
    "answer": answer.rows,
    "words": words.rows,
    "gallery": gallery.rows,
    "history": history.rows,
    "load": load.rows,
    "beside": beside.rows,
}
"""Each measures something and returns a list of `benchmarks.measure.Row`."""


def main(names: list[str]) -> None:
    """Print each figure beside its target; ratios count, since milliseconds depend on the machine."""
    missed = 0
    for name in names or PARTS:
        for row in PARTS[name]():
            missed += not row.met
            verdict = "met" if row.met else "MISSED"
            print(f"{row.name:44} {row.measured:24} {row.target:18} {verdict:8} {row.detail}", flush=True)
    print(f"{missed} missed; run it again on an idle machine" if missed else "every target met")


if __name__ == "__main__":
    main(sys.argv[1:])
