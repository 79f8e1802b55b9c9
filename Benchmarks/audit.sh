#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Measures exact audits of drawn degrees, and the value of a whole catalogue in one of them.
#
#   Benchmarks/audit.sh [SEEDS]        (default 3)
#
# A crowded degree has many overlapping groups below one total with caps and shares, and awards of
# uneven sizes; the large kind asks for nearly all that is held.
#
# Each line is one drawn world: how many learners met the rule, how many audits were proved, and
# the median, 95th percentile and longest time in milliseconds.
set -eu
cd "$(dirname "$0")/.."

seeds=${1:-3}
swift build -c release --product varde-bench >&2
bench=$(swift build -c release --product varde-bench --show-bin-path)/varde-bench

seed=1
while [ "$seed" -le "$seeds" ]; do
    "$bench" audit --seed "$seed" --learners 50 --awards 200 --requirements 60
    "$bench" audit --seed "$seed" --learners 50 --awards 60 --requirements 60
    for kind in plain even large counted mean within; do
        "$bench" audit --seed "$seed" --learners 20 --awards 200 --requirements 60 \
            --crowded "$kind"
    done
    "$bench" audit --seed "$seed" --learners 10 --awards 40 --requirements 60 \
        --credentials 50000 --candidates
    seed=$((seed + 1))
done
