#!/usr/bin/env python3
"""Draws awards of a catalogue's credentials for many learners, the same on every run.

    drawn_awards.py CREDENTIALS.csv LEARNERS > awards.csv

A learner holds two to fourteen credentials, some in progress, failed, or about to expire.
"""
import csv
import random
import sys
from datetime import date, timedelta


def main(path, learners):
    draw = random.Random(2026)
    with open(path, newline="", encoding="utf-8") as file:
        ids = [row["id"] for row in csv.DictReader(file)
               if row["kind"] not in ("certificate", "diploma")]
    rows = csv.writer(sys.stdout)
    rows.writerow(["learner", "credential", "date", "status", "expires", "verification"])
    for number in range(learners):
        for credential in sorted(draw.sample(ids, draw.randint(2, 14))):
            day = date(2026, 11, 1) - timedelta(days=draw.randint(0, 2000))
            state = draw.choices(["completed", "in-progress", "planned", "failed"], [20, 3, 1, 1])[0]
            ends = day + timedelta(days=draw.choice([1200, 2100])) if draw.random() < 0.1 else ""
            rows.writerow([f"learner-{number:05}", credential, day, state, ends,
                           draw.choice(["verified", "unverified"])])


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
