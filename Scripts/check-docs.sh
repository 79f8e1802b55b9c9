#!/bin/sh
# Builds every DocC catalogue with the toolchain's own docc and fails on any warning.
set -eu
cd "$(dirname "$0")/.."

docc=$(command -v docc || echo "$(dirname "$(command -v swift)")/docc")
swift build
modules="$(swift build --show-bin-path)/Modules"
target=$(swift -print-target-info | sed -n 's/.*"triple" *: *"\(.*\)".*/\1/p' | head -n 1)
# What the libraries import of C, beside the modules themselves.
headers=""
for map in Sources/*/module.modulemap .build/checkouts/*/Sources/*/module.modulemap \
    .build/checkouts/*/Sources/*/include/module.modulemap; do
    [ -e "$map" ] && headers="$headers -I $(dirname "$map")"
done

failed=0
rm -rf .build/symbol-graphs .build/documentation
mkdir -p .build/documentation
for catalogue in Sources/*/*.docc; do
    module=$(basename "$catalogue" .docc)
    echo "docs: $module"
    mkdir -p ".build/symbol-graphs/$module"
    # shellcheck disable=SC2086 # the headers are words on purpose
    swift symbolgraph-extract -module-name "$module" -target "$target" -I "$modules" $headers \
        -minimum-access-level public -output-dir ".build/symbol-graphs/$module"
    "$docc" convert "$catalogue" --warnings-as-errors \
        --additional-symbol-graph-dir ".build/symbol-graphs/$module" \
        --fallback-display-name "$module" --fallback-bundle-identifier "varde.$module" \
        --output-dir ".build/documentation/$module.doccarchive" || failed=1
done
for library in Sources/*/; do
    module=$(basename "$library")
    case $module in CBLAS | varde | varde-bench) continue ;; esac
    if [ ! -e "$library$module.docc/$module.md" ]; then
        echo "docs: $module has no landing page" >&2
        failed=1
    fi
done
exit $failed
