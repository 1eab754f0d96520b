"""Measures, run by `python3 run.py bench` and never as a test: machines are noisy, and ratios in one run are not."""
