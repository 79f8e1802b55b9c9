#!/bin/sh
# Installs what Varde needs from Debian's packages, and nothing that is there already.
set -eu

if ! command -v swift >/dev/null 2>&1; then
    echo "setup: no Swift toolchain on the PATH; install Swift 6.2 or later from swift.org" >&2
    exit 1
fi

missing=""
pkg-config --exists sqlite3 2>/dev/null || missing="$missing libsqlite3-dev"
pkg-config --exists blas 2>/dev/null || missing="$missing libblas-dev"
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
ldconfig -p 2>/dev/null | grep -q 'libopenblas\.so\.0' || missing="$missing libopenblas0"
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "setup: please install the equivalents of:$missing" >&2
    exit 1
fi
as_root=""
[ "$(id -u)" -eq 0 ] || as_root="sudo"
echo "setup: installing$missing${as_root:+ with sudo}" >&2
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # the list is words on purpose
$as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends $missing >&2
