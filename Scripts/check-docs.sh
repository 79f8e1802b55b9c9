#!/bin/sh
# Builds every DocC catalogue with the toolchain's own docc and fails on any warning.
set -eu
cd "$(dirname "$0")/.."

docc=$(command -v docc || echo "$(dirname "$(command -v swift)")/docc")
symbols=.build/symbol-graphs
rm -rf "$symbols" .build/documentation
mkdir -p "$symbols" .build/documentation
swift build -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc "$PWD/$symbols" \
    --scratch-path .build/docs-build >/dev/null

failed=0
for catalogue in Sources/*/*.docc; do
    module=$(basename "$catalogue" .docc)
    mkdir -p "$symbols/$module"
    mv "$symbols/$module".symbols.json "$symbols/$module@"*.symbols.json "$symbols/$module/" \
        2>/dev/null || true
    echo "docs: $module"
    "$docc" convert "$catalogue" --warnings-as-errors \
        --additional-symbol-graph-dir "$symbols/$module" \
        --fallback-display-name "$module" --fallback-bundle-identifier "varde.$module" \
        --output-dir ".build/documentation/$module.doccarchive" || failed=1
done
exit $failed
