#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Takes the pictures in the documentation of reports anew, from the bundled sample.
#
# VARDE names the built tool, CHROMIUM the browser.
set -euo pipefail
cd "$(dirname "$0")/.."

: "${VARDE:=$(swift build -c release --product varde --show-bin-path)/varde}"
: "${CHROMIUM:=/usr/bin/chromium}"
resources=Sources/PathwayReports/PathwayReports.docc/Resources
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export VARDE_CATALOG=$work/sample.sqlite
today=2026-11-15
target=ska-certificate-public-data-ai
of=(--learner vidda-02 --toward "$target" --as-of "$today" --quiet)

# Opens a page and keeps what a window of that size shows: shot PAGE PICTURE WIDTH HEIGHT
shot() {
    local sandbox=()
    [ "$(id -u)" -ne 0 ] || sandbox=(--no-sandbox)
    "$CHROMIUM" --headless "${sandbox[@]}" --disable-gpu --hide-scrollbars \
        --screenshot="$resources/$2" --window-size="$3,$4" "file://$1" 2>/dev/null
}

mkdir -p "$resources"
"$VARDE" import --quiet --as-of "$today" Data/alliance
"$VARDE" report "${of[@]}" --sections summary,picture,held,requirements,missing,next,decision \
    --output "$work/report.html"
"$VARDE" report "${of[@]}" --format svg --picture map --output "$work/map.svg"
"$VARDE" report --learners all --as-of "$today" --quiet --output "$work/all" --toward "$target" \
    lin-certificate-urban-energy kuu-certificate-digital-care brz-certificate-cyber-resilience
shot "$work/report.html" report.png 1040 1660
shot "$work/map.svg" map.png 1320 900
shot "$work/all/index.html" index.png 1040 760
