#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Measures statistics over a generated cohort beside pandas and DuckDB, alternately, and prints
# medians and ratios, and whether all agree.
#
#   Benchmarks/stats.sh [LEARNERS] [ROUNDS]        (default 1000000 and 3)
#
# Needs python3 with venv. VARDE names a built tool; without it one is built.
set -eu
cd "$(dirname "$0")/.."

learners=${1:-1000000}
rounds=${2:-3}
data=bench-data
python=$data/stats-venv/bin/python
export PYTHONDONTWRITEBYTECODE=1

mkdir -p "$data"
if ! cmp -s Benchmarks/stats-requirements.txt "$data/stats-installed.txt"; then
    echo "installing the peers into $data/stats-venv" >&2
    python3 -m venv "$data/stats-venv"
    "$python" -m pip install --quiet --disable-pip-version-check \
        -r Benchmarks/stats-requirements.txt
    cp Benchmarks/stats-requirements.txt "$data/stats-installed.txt"
fi
if [ -z "${VARDE:-}" ]; then
    echo "building varde" >&2
    swift build -c release --product varde >&2
    VARDE=$(swift build -c release --product varde --show-bin-path)/varde
fi
awards=$data/awards-$learners.csv
"$VARDE" sample --learners "$learners" --seed 7 --output "$awards"
# No catalogue of the person who measures takes part.
unset VARDE_CATALOG XDG_DATA_HOME
export HOME="$PWD/$data"

exec "$python" Benchmarks/stats_compare.py "$VARDE" "$python" "$awards" 2025-12-31 "$data" "$rounds"
