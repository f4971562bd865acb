#!/bin/sh
# SPDX-License-Identifier: MIT
# The program from outside: each folder here is a case.
#
#   PLUMBLINE=/path/to/plumbline tests/cli/run.sh [CASE...]     UPDATE=1 writes what came out instead of comparing
#
#   cmd    one line: the words after 'plumbline'. Several lines: a small sh script in which plumbline is the program.
#          Runs in the case's folder; $TMP is an empty folder of its own for what a script makes.
#   out, err, code    what it must write to stdout and stderr, and its exit code
#
# What changes with every edit of a rule or release is put out of sight before comparing: the pack's hash (#HASH),
# SHA-256 sums (SHA256) and versions (VERSION). Which rule changed what shows in the lines that remain.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
case ${PLUMBLINE-} in
/*) ;;
*) PLUMBLINE=$(pwd)/${PLUMBLINE:-build/run/plumbline} ;;
esac
[ -x "$PLUMBLINE" ] || { echo "run.sh: no program at $PLUMBLINE: set PLUMBLINE" >&2; exit 1; }

LC_ALL=C TZ=UTC TERM=dumb
export PLUMBLINE LC_ALL TZ TERM
unset NO_COLOR PLUMBLINE_RULES COLUMNS || :

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM

veil() {
    sed -E -e 's/#[0-9a-f]{10}/#HASH/g' -e 's/[0-9a-f]{64}/SHA256/g' \
        -e 's/(plumbline|pack [a-z]+|Lua) [0-9]+\.[0-9]+\.[0-9]+/\1 VERSION/g' \
        -e 's/"(plumbline|version)": "[0-9.]+"/"\1": "VERSION"/' \
        -e 's/,[0-9]+\.[0-9]+\.[0-9]+,/,VERSION,/g'
}

# run_case NAME: leaves out, err and code in $work.
run_case() {
    script=$(cat "$here/$1/cmd")
    [ "$(printf '%s\n' "$script" | wc -l)" -gt 1 ] || script="plumbline $script"
    TMP=$work/$1
    export TMP
    mkdir "$TMP"
    (cd "$here/$1" && exec sh -c 'plumbline() { "$PLUMBLINE" "$@"; }
'"$script") </dev/null >"$work/out.raw" 2>"$work/err.raw"
    echo $? >"$work/code"
    veil <"$work/out.raw" >"$work/out"
    veil <"$work/err.raw" >"$work/err"
}

passed=0 failed=0
cd "$here" || exit 1
[ $# -gt 0 ] || set -- */
for name; do
    name=${name%/}
    run_case "$name"
    wrong=
    for part in code err out; do
        if [ "${UPDATE-}" = 1 ]; then
            cp "$work/$part" "$here/$name/$part"
        elif ! diff -u "$here/$name/$part" "$work/$part" >"$work/diff" 2>&1; then
            wrong=1
            sed "1,2s|$work|got|" "$work/diff"
        fi
    done
    [ -z "$wrong" ] && passed=$((passed + 1)) || failed=$((failed + 1))
    [ -z "$wrong" ] && echo "ok $name" || echo "not ok $name"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
