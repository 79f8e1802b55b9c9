# SPDX-License-Identifier: Apache-2.0
"""Runs Varde and a peer alternately on the same files; prints medians, ratios and agreement.

Usage: compare.py VARDE_BENCH PEER_SCRIPTS DATA ROUNDS
"""

import json
import os
import statistics
import struct
import subprocess
import sys
from array import array

WORKLOADS = [
    # name, queries, items, peer's script, peer, needed ratio at one and two threads
    ("dense", "queries.f32m", "items.f32m", "dense_peer.py", "faiss-flat", {1: 0.9, 2: 1.05}),
    ("sparse", "gap.csr", "cred.csr", "sparse_peer.py", "sparse_dot_topn", {1: 3.5, 2: 3.5}),
]


def measure(command, threads):
    """Returns the JSON line of one run, pinned to `threads` processors."""
    pin = lambda: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])
    run = subprocess.run(command, stdout=subprocess.PIPE, check=True, preexec_fn=pin)
    return json.loads(run.stdout.splitlines()[-1])


def read_matches(path):
    """Returns k, the ids and the scores of a result file."""
    with open(path, "rb") as file:
        assert file.read(8) == b"VRDTOPK1", path
        rows, k = struct.unpack("<QQ", file.read(16))
        ids, scores = array("i"), array("f")
        ids.fromfile(file, rows * k)
        scores.fromfile(file, rows * k)
    return ids, scores


def disagreement(ours, theirs):
    """Returns how many ids differ, and the greatest difference of scores at the same rank."""
    (our_ids, our_scores), (their_ids, their_scores) = read_matches(ours), read_matches(theirs)
    ids = sum(a != b for a, b in zip(our_ids, their_ids))
    return ids, max(abs(a - b) for a, b in zip(our_scores, their_scores))


def compare(bench, peers, data, rounds, workload, threads):
    """Measures one workload with one number of threads; returns a line of the table."""
    name, queries, items, script, peer, needed = workload
    folder = os.path.join(data, name)
    options = ["--queries", os.path.join(folder, queries), "--items", os.path.join(folder, items)]
    options += ["--exclude", os.path.join(folder, "exclude.csr"), "--threads", str(threads)]
    options += ["--k", "10", "--reps", "3"]
    commands = {
        "varde": [bench, name],
        peer: [sys.executable, os.path.join(peers, script), "--peer", peer],
    }
    times = {who: [] for who in commands}
    outs = {who: os.path.join(data, f"{name}-{who}.top") for who in commands}
    for _ in range(rounds):
        for who, command in commands.items():
            result = measure(command + options + ["--out", outs[who]], threads)
            times[who].append(result["query_s"])
    ours, theirs = (statistics.median(times[who]) for who in commands)
    ids, score = disagreement(outs["varde"], outs[peer])
    return (
        f"{name:8}{threads:8}  {peer:16}{theirs:9.3f}{ours:9.3f}{theirs / ours:8.2f}"
        f"{needed[threads]:8.2f}{ids:12}{score:12.1e}"
    )


def single(bench, data):
    """Returns a line about the time of one query at a time."""
    folder = os.path.join(data, "dense")
    command = [bench, "dense", "--single", "--limit", "500"]
    command += ["--queries", os.path.join(folder, "queries.f32m")]
    command += ["--items", os.path.join(folder, "items.f32m")]
    result = measure(command, 1)
    return f"one query at a time, {result['items']} items: {result['query_s'] * 1e3:.2f} ms"


def main():
    bench, peers, data, rounds = sys.argv[1:4] + [int(sys.argv[4])]
    print(
        f"{'workload':8}{'threads':>8}  {'peer':16}{'peer s':>9}{'varde s':>9}{'ratio':>8}"
        f"{'aim':>8}{'other ids':>12}{'score diff':>12}"
    )
    for workload in WORKLOADS:
        for threads in (1, 2):
            print(compare(bench, peers, data, rounds, workload, threads), flush=True)
    print(single(bench, data))
    print("Equal scores may have other ids: Varde ranks them by position.")


if __name__ == "__main__":
    main()
