# SPDX-License-Identifier: Apache-2.0
"""Runs varde stats and its peers alternately on one file; prints medians, ratios and agreement.

Every run is a process of its own, the reading of the file included.

Usage: stats_compare.py VARDE PYTHON AWARDS DATA_END FOLDER ROUNDS
"""

import json
import math
import os
import statistics
import subprocess
import sys
import time

STATISTICS = [
    "stacking-rate", "time-to-stack", "stacking-survival", "record-types", "stack-depth", "pairs",
    "transitions",
]
SCRIPTS = {"pandas": "stats_pandas.py", "duckdb": "stats_duckdb.py"}


def run(command):
    """Returns the seconds on the clock, the seconds of processors, and the peak memory in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def ours(path):
    """Returns what Varde says, in the form in which the peers say it."""
    with open(path) as file:
        tables = {table["name"]: table["rows"] for table in json.load(file)["tables"]}

    def rows(name, *columns):
        return [[row[column] for column in columns] for row in tables[name]]

    return {
        "stacking_rate": rows(
            "stacking_rate", "horizon", "eligible", "stackers", "vertical", "horizontal",
            "levelUnknown"),
        "time_to_stack": rows("time_to_stack", "horizon", "q1", "median", "q3"),
        "survival": [
            row for row in rows("stacking_survival", "time", "atRisk", "events", "survival")
            if row[2] > 0],
        "record_types": rows(
            "record_types", "progression", "supplemental", "independent", "none")[0],
        "depth": rows("stack_depth", "awards", "learners")[1:],
        "pairs": rows(
            "pairs", "first", "second", "learners", "firstLearners", "secondLearners"),
        "transitions": {
            name: [
                [row["from"], row["to"], row["transitions"]]
                for row in tables[f"transitions_{name}"] if row["row"] == "cell"]
            for name in ("kind", "level", "field")},
    }


def plain(value):
    """Returns a value in which levels and the order of cells make no difference."""
    if isinstance(value, dict):
        return {
            key: sorted(([level(cell) for cell in row] for row in rows), key=str)
            for key, rows in value.items()}
    return value


def level(cell):
    """EQF:5, 5 and 5.0 are one level."""
    if isinstance(cell, str) and cell.startswith("EQF:"):
        return int(cell[4:])
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def agree(left, right):
    """Returns whether two values are the same but for rounding."""
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(agree(left[k], right[k]) for k in left)
    if isinstance(left, (list, tuple)):
        return len(left) == len(right) and all(map(agree, left, right))
    if isinstance(left, float) or isinstance(right, float):
        return math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-9)
    return left == right


def main(varde, python, awards, data_end, folder, rounds):
    here = os.path.dirname(os.path.abspath(__file__))
    results = {name: os.path.join(folder, f"{name}.json") for name in ("varde", *SCRIPTS)}
    commands = {
        "varde": [
            varde, "stats", *STATISTICS, "--awards", awards, "--data-end", data_end, "--quiet",
            "--json", "--output", results["varde"]],
    } | {
        name: [python, os.path.join(here, script), awards, data_end, results[name]]
        for name, script in SCRIPTS.items()}
    runs = {name: [] for name in commands}
    for _ in range(int(rounds)):
        for name, command in commands.items():
            runs[name].append(run(command))
    medians = {
        name: [statistics.median(column) for column in zip(*values)]
        for name, values in runs.items()}
    base = medians["varde"]
    print(f"{'':8}{'wall s':>9}{'cpu s':>9}{'MiB':>8}   as many times as varde")
    for name, (wall, cpu, memory) in medians.items():
        ratios = "" if name == "varde" else (
            f"   wall {wall / base[0]:.1f}, cpu {cpu / base[1]:.1f}, memory {memory / base[2]:.1f}")
        print(f"{name:8}{wall:9.2f}{cpu:9.2f}{memory:8.0f}{ratios}")
    mine = ours(results["varde"])
    failed = []
    for name in SCRIPTS:
        with open(results[name]) as file:
            theirs = json.load(file)
        for statistic, value in mine.items():
            if not agree(plain(value), plain(theirs[statistic])):
                failed.append(f"{name} differs in {statistic}")
    print("\n".join(failed) or f"all agree on {', '.join(mine)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
