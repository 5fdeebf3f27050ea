"""Speed and memory against the reference, measured in one run: `python -m benchmarks`."""
