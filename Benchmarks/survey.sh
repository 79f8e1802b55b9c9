#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Counts the constructs of the St. Olaf area files; prints the tables of ForeignRuleSets.md.
#
#   Benchmarks/survey.sh [FOLDER]
#
# Needs python3 with venv. The files are reference data, beside the checkout or at
# $VARDE_REFERENCE_DATA; without them only a message appears.
set -eu
cd "$(dirname "$0")/.."
export PYTHONDONTWRITEBYTECODE=1

if python3 -c "import yaml" 2>/dev/null; then
    python=python3
else
    python=bench-data/survey/bin/python
    if [ ! -x "$python" ]; then
        mkdir -p bench-data
        python3 -m venv bench-data/survey
        "$python" -m pip install --quiet --disable-pip-version-check "PyYAML==6.0.3"
    fi
fi
"$python" Benchmarks/stolaf_survey.py "$@"
