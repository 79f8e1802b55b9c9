#!/bin/sh
# Writes the man pages and shell completions that the argument parser makes of the commands.
set -eu
cd "$(dirname "$0")/.."

manual=.build/manual
rm -rf "$manual"
mkdir -p "$manual"
swift package --allow-writing-to-directory "$manual" generate-manual \
    --output-directory "$manual"
varde="$(swift build -c release --show-bin-path)/varde"
"$varde" --generate-completion-script bash >"$manual/varde.bash"
"$varde" --generate-completion-script zsh >"$manual/_varde"
"$varde" --generate-completion-script fish >"$manual/varde.fish"
echo "Read it with: man -l $manual/varde.1"
