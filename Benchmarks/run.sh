#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Measures exact scoring beside its peers, alternately, and prints medians and ratios.
#
#   Benchmarks/run.sh [ROUNDS]        (default 3)
#
# Needs python3 with venv. The peers' scripts and the generators of the workloads are reference
# data, beside the checkout or at $VARDE_REFERENCE_DATA; without them only this message appears.
set -eu
cd "$(dirname "$0")/.."

rounds=${1:-3}
peers=${VARDE_REFERENCE_DATA:-../shared}/eval/peers
data=bench-data
python=$data/venv/bin/python
export PYTHONDONTWRITEBYTECODE=1

if [ ! -f "$peers/gen.py" ]; then
    echo "skipped: no peer harness at $peers; set VARDE_REFERENCE_DATA" >&2
    exit 0
fi

mkdir -p "$data"
if ! cmp -s Benchmarks/requirements.txt "$data/installed.txt"; then
    echo "installing the peers into $data/venv" >&2
    python3 -m venv "$data/venv"
    "$python" -m pip install --quiet --disable-pip-version-check -r Benchmarks/requirements.txt
    cp Benchmarks/requirements.txt "$data/installed.txt"
fi
if [ ! -f "$data/dense/exclude.csr" ]; then
    echo "generating 10,000 x 50,000 x 256 dense" >&2
    "$python" "$peers/gen.py" dense --learners 10000 --credentials 50000 --dims 256 \
        --out "$data/dense" >&2
fi
if [ ! -f "$data/sparse/exclude.csr" ]; then
    echo "generating 100,000 x 20,000 of 14,000 skills sparse" >&2
    "$python" "$peers/gen.py" sparse --learners 100000 --credentials 20000 --skills 14000 \
        --out "$data/sparse" >&2
fi

echo "building varde-bench" >&2
swift build -c release --product varde-bench >&2
bench=$(swift build -c release --product varde-bench --show-bin-path)/varde-bench

exec "$python" Benchmarks/compare.py "$bench" "$peers" "$data" "$rounds"
