"""Run every part and print one line a figure."""

from benchmarks import answer, images

PARTS = (images.rows, answer.rows)
"""Each measures something and returns a list of `benchmarks.measure.Row`."""


def main() -> None:
    """Print each figure beside its target; ratios count, since milliseconds depend on the machine."""
    missed = 0
    for rows in PARTS:
        for row in rows():
            missed += not row.met
            verdict = "met" if row.met else "MISSED"
            print(f"{row.name:30} {row.measured:24} {row.target:18} {verdict:8} {row.detail}", flush=True)
    print(f"{missed} missed; run it again on an idle machine" if missed else "every target met")


if __name__ == "__main__":
    main()
