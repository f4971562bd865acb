#!/bin/sh
# SPDX-License-Identifier: MIT
# Writes the manual and the completion scripts; the build calls it with the program it just built.
#
#   docs/write-manual.sh PLUMBLINE FOLDER      FOLDER/man/man1/plumbline-score.1 ..., FOLDER/bash, zsh, fish
#
# Which pages there are, the program says; a page's own first line says how it is called.
set -eu
LC_ALL=C
PLUMBLINE_RULES=$(CDPATH='' cd -- "$(dirname -- "$0")/../rules" && pwd)
export LC_ALL PLUMBLINE_RULES
plumbline=$1 folder=$2

# page COMMAND...: 'plumbline COMMAND... --format man' as a file of the manual.
page() {
    "$plumbline" "$@" --format man >"$folder/page"
    name=$(sed -n 's/\\-/-/g; s/^\.TH \([^ ]*\) \([0-9]\) .*/\1.\2/p' "$folder/page" | tr '[:upper:]' '[:lower:]')
    mkdir -p "$folder/man/man${name##*.}"
    mv "$folder/page" "$folder/man/man${name##*.}/$name"
}

words() {
    "$plumbline" completion words -- "$@" | cut -f 1
}

rm -rf "$folder"
mkdir -p "$folder"
page help
page rules doc
for first in $(words help ''); do
    page help "$first"
    for second in $(words help "$first" ''); do page help "$first" "$second"; done
done
for shell in bash zsh fish; do "$plumbline" completion "$shell" >"$folder/$shell"; done
touch "$folder/written"
