#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Opens every kind of page that Varde writes in Debian's Chromium, of the bundled sample and of a
# catalogue in which every text tries to run, and proves that pages are accessible and safe.
#
#   Scripts/browser-check.sh [--pages FOLDER] [--screenshots FOLDER]
#
# Pages are written to a temporary folder unless one is named. VARDE names the built tool, CHROMIUM
# the browser.
set -euo pipefail
cd "$(dirname "$0")/.."

today=2026-11-15
environment=.build/browser
: "${VARDE:=$(swift build -c release --product varde --show-bin-path)/varde}"
: "${CHROMIUM:=/usr/bin/chromium}"
case $VARDE in /*) ;; *) VARDE=$PWD/$VARDE ;; esac
export PYTHONDONTWRITEBYTECODE=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

pages="" screenshots=()
while [ $# -gt 0 ]; do
    case $1 in
    --pages) pages=$2 && shift 2 ;;
    --screenshots) screenshots=(--screenshots "$2") && shift 2 ;;
    *) echo "usage: $0 [--pages FOLDER] [--screenshots FOLDER]" >&2 && exit 64 ;;
    esac
done

# What each learner of the sample aims for, as Data/README.md says.
sample_aims() {
    cat <<'AIMS'
fjell-01 ska-certificate-public-data-ai
vidda-02 ska-certificate-public-data-ai
skog-03 brz-certificate-cyber-resilience
elv-04 kuu-certificate-digital-care
myr-05 ska-certificate-public-data-ai
tind-06 lin-certificate-urban-energy
bre-07 ska-diploma-digital-green-transition
foss-08 kuu-certificate-digital-care
hei-09 val-certificate-challenge-innovation
vann-10 lin-certificate-urban-energy
AIMS
}

install_browser() {
    local missing=()
    [ -x "$CHROMIUM" ] || missing+=(chromium)
    python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
    # Texts are measured in the letters of a font, which a bare machine has none of.
    fc-list 2>/dev/null | grep -qi dejavu || missing+=(fontconfig fonts-dejavu-core)
    if [ ${#missing[@]} -gt 0 ]; then
        local as_root=()
        [ "$(id -u)" -eq 0 ] || as_root=(sudo)
        echo "browser-check: installing ${missing[*]}" >&2
        "${as_root[@]}" apt-get update -qq
        DEBIAN_FRONTEND=noninteractive "${as_root[@]}" \
            apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
    fi
    [ -x "$environment/bin/python" ] || python3 -m venv "$environment"
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check \
        -r Scripts/browser-requirements.txt
}

# Writes a page: page FILE COMMAND …
page() {
    local file=$1
    shift
    "$VARDE" "$@" --quiet --format "${file##*.}" --output "$file"
}

# Writes every kind of page about one learner:
# learner_pages FOLDER NUMBER LEARNER TARGET NAME CONTACT OPTION …
learner_pages() {
    local folder=$1 number=$2 of=(--learner "$3" --toward "$4" --as-of "$today") language
    local printed=(--name "$5" --contact "$6")
    shift 6
    for language in en de; do
        page "$folder/report-$number-$language.html" report "${of[@]}" "${printed[@]}" "$@" \
            --language "$language"
    done
    page "$folder/report-$number-en-varde.svg" report "${of[@]}" "$@" --picture varde
    page "$folder/report-$number-de-map.svg" report "${of[@]}" "$@" --picture map --language de
    page "$folder/audit-$number.html" audit "${of[@]}" --alternatives 2 --explain
    page "$folder/recommend-$number.html" recommend "${of[@]}" "$@" --explain --blocked
}

# Writes the reports of all learners and their index: bulk_pages FOLDER TARGET
bulk_pages() {
    local learners found
    "$VARDE" report --learners all --toward "$2" --as-of "$today" --quiet --output "$1"
    learners=$("$VARDE" learner list --format jsonl --quiet | wc -l)
    found=$(find "$1" -name '*.html' | wc -l)
    if [ "$found" -ne $((learners + 1)) ]; then
        echo "browser-check: $found files for $learners learners and an index" >&2
        exit 1
    fi
}

# Writes the pages about a catalogue: catalogue_pages FOLDER CREDENTIAL TARGET LEARNER STATISTIC-OPTION …
catalogue_pages() {
    local folder=$1 credential=$2 target=$3 learner=$4
    shift 4
    page "$folder/statistics.html" stats "$@"
    page "$folder/statistics.svg" stats "$@"
    page "$folder/statistics-audits.html" stats recognition-ratio --sample 20 --seed 7
    page "$folder/show-credential.html" show "$credential"
    page "$folder/show-target.html" show "$target" --language de
    page "$folder/accepting.html" accepting "$credential" --as-of "$today"
    page "$folder/match.html" match --learner "$learner" --as-of "$today"
    page "$folder/why-not.html" why-not "$credential" --learner "$learner" --toward "$target" \
        --as-of "$today"
    page "$folder/learner.html" learner show "$learner"
    page "$folder/learners.html" learner list
    page "$folder/exceptions.html" exception list --as-of "$today"
}

sample_pages() {
    local folder=$pages/sample number=0 learner target
    mkdir -p "$folder"
    export VARDE_CATALOG=$work/sample.sqlite
    "$VARDE" import --quiet Data/alliance
    while read -r learner target; do
        number=$((number + 1))
        learner_pages "$folder" "$number" "$learner" "$target" "Kim Åsen" \
            "Study advice, room 12"
    done < <(sample_aims)
    bulk_pages "$folder/all" ska-certificate-public-data-ai
    catalogue_pages "$folder" ska-data-basics ska-certificate-public-data-ai vidda-02 --by provider
    page "$folder/rules.html" rules show Data/alliance/requirements.csv
}

hostile_pages() {
    local folder=$pages/hostile texts=$work/texts number=0 file learner target
    local learners targets courses name contact arguments
    mkdir -p "$folder"
    export VARDE_CATALOG=$work/hostile.sqlite
    python3 Scripts/hostile_catalogue.py "$texts"
    cp "$texts/markers.json" "$folder"
    "$VARDE" import --quiet "$texts/catalogue"
    for file in "$texts"/exceptions/*.txt; do
        mapfile -t arguments <"$file"
        "$VARDE" exception add "${arguments[@]}" --as-of "$today" --quiet >/dev/null
    done
    mapfile -t learners <"$texts/learners.txt"
    mapfile -t targets <"$texts/targets.txt"
    mapfile -t courses <"$texts/courses.txt"
    name=$(<"$texts/name.txt")
    contact=$(<"$texts/contact.txt")
    for learner in "${learners[@]}"; do
        number=$((number + 1))
        target=${targets[$((number % ${#targets[@]}))]}
        learner_pages "$folder" "$number" "$learner" "$target" "$name" "$contact" \
            --weights "$texts/weights.json"
    done
    bulk_pages "$folder/all" "${targets[0]}"
    catalogue_pages "$folder" "${courses[1]}" "${targets[0]}" "${learners[4]}" \
        --groups "$texts/groups.csv" --by region
    page "$folder/rules.html" rules show "$texts/catalogue/diploma.json"
    page "$folder/rules-de.html" rules show "$texts/catalogue/diploma.json" --language de
    page "$folder/show-strange.html" show "${courses[12]}"
    page "$folder/rules-tables.html" rules show "$texts/catalogue/requirements.csv" --language de
    page "$folder/lint.html" rules lint "$texts/catalogue/diploma.json"
}

install_browser
check=("$environment/bin/python" Scripts/browser_check.py --chromium "$CHROMIUM")
echo "== the checks, on pages that are wrong on purpose"
"${check[@]}" --self-test

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pages=${pages:-$work/pages}
echo "== pages of the sample and of hostile texts"
sample_pages
hostile_pages
echo "== every page"
"${check[@]}" "$pages/sample" "$pages/hostile" "${screenshots[@]}"
