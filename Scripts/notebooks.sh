#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Executes the notebooks in an environment made for them; any failed assertion stops.
#
#   Scripts/notebooks.sh [FOLDER]      (default .build/notebooks; Notebooks renews the outputs)
#
# Needs python3 with venv. VARDE names the built tool.
set -eu
cd "$(dirname "$0")/.."

folder=${1:-.build/notebooks}
environment=.build/notebooks-venv
: "${VARDE:=$(swift build -c release --product varde --show-bin-path)/varde}"
case $VARDE in /*) ;; *) VARDE=$PWD/$VARDE ;; esac
export VARDE PYTHONDONTWRITEBYTECODE=1

rm -rf "$environment"
python3 -m venv "$environment"
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check \
    -r Notebooks/requirements.txt
exec "$environment/bin/python" Notebooks/execute.py "$folder"
