#!/bin/sh
# Scores recommendations on real courses beside simple baselines; needs numpy.
set -eu
cd "$(dirname "$0")/.."
exec python3 Benchmarks/goal_directed.py \
    --varde "$(swift build -c release --show-bin-path)/varde" \
    --reference "${VARDE_REFERENCE_DATA:-../shared}" "$@"
