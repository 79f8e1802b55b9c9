#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Measures reports on many drawn learners of the bundled sample: toward one qualification, toward
# the nearest of all, and once more with everything there already.
#
#   Benchmarks/reports.sh [LEARNERS]        (default 1000)
#
# VARDE names a built tool; without it one is built. Prints seconds of wall time.
set -eu
cd "$(dirname "$0")/.."

learners=${1:-1000}
data=bench-data/reports
if [ -z "${VARDE:-}" ]; then
    echo "building varde" >&2
    swift build -c release --product varde >&2
    VARDE=$(swift build -c release --product varde --show-bin-path)/varde
fi
rm -rf "$data"
mkdir -p "$data/in"
python3 Benchmarks/drawn_awards.py Data/alliance/credentials.csv "$learners" > "$data/in/awards.csv"
for file in Data/alliance/*.csv; do
    [ "$(basename "$file")" = awards.csv ] || cp "$file" "$data/in/"
done
catalogue=$data/catalog.sqlite
"$VARDE" import --catalog "$catalogue" --quiet --as-of 2026-11-15 "$data/in"

targets=$(sed -n 's/^\([a-z]*-\(certificate\|diploma\)[^,]*\),.*/\1/p' Data/alliance/credentials.csv)
measure() {
    name=$1
    shift
    start=$(date +%s.%N)
    "$VARDE" report --catalog "$catalogue" --learners all --as-of 2026-11-15 --quiet "$@"
    end=$(date +%s.%N)
    echo "$name: $(echo "$end - $start" | bc) s"
}
measure "$learners reports toward a certificate" \
    --toward ska-certificate-public-data-ai --output "$data/certificate"
measure "the same, all there already" \
    --toward ska-certificate-public-data-ai --output "$data/certificate"
measure "$learners reports toward a diploma" \
    --toward ska-diploma-digital-green-transition --output "$data/diploma"
# shellcheck disable=SC2086 # the list is words on purpose
measure "$learners reports toward the nearest of $(echo "$targets" | wc -w)" \
    --toward $targets --output "$data/nearest"
