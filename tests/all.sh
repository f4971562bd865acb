#!/bin/sh
# Every test of the project, one step after the other; called by './run tests'.
#
#   tests/all.sh          all steps
#   tests/all.sh STEP...  some: sanitized release format lint rules fuzz valgrind
#
# A step that cannot run is a failure, never skipped in silence. The last line counts the steps.
set -u
cd "$(dirname -- "$0")/.." || exit 70
export LC_ALL=C TZ=UTC
passed=0
failed=0
failures=''

sanitized() { # unit tests, CLI cases, JSON schema, layers: Debug with ASan and UBSan
    cmake --preset dev >/dev/null && cmake --build --preset dev >/dev/null &&
        ctest --preset dev --output-on-failure -j "$(getconf _NPROCESSORS_ONLN)"
}

release() { # the same on the optimised build, and every header on its own
    cmake --preset release >/dev/null && cmake --build --preset release >/dev/null &&
        cmake --build build/release --target all_verify_interface_header_sets >/dev/null &&
        ctest --preset release --output-on-failure -j "$(getconf _NPROCESSORS_ONLN)"
}

format() {
    git ls-files -co --exclude-standard '*.c' '*.h' | xargs clang-format --dry-run -Werror
}

lint() { # functions are small, so a fraction of the analyzer's usual depth sees them whole
    cmake --preset dev -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >/dev/null &&
        git ls-files -co --exclude-standard 'engine/*.c' |
        xargs -P "$(getconf _NPROCESSORS_ONLN)" -n 4 clang-tidy --quiet -p build/dev \
            --extra-arg=-Xclang --extra-arg=-analyzer-config --extra-arg=-Xclang --extra-arg=max-nodes=30000 2>/dev/null
}

rules() { # the packs; and the stubs for editors, which define what rules only use
    luacheck -q rules &&
        build/release/plumbline rules doc --format luacats --output build/api.lua &&
        luacheck -q --no-config --std none --allow-defined-top --no-unused --ignore 131 --no-max-line-length build/api.lua
}

fuzz() { # the corpus, then 15 s of new inputs for each target
    cmake --preset fuzz >/dev/null && cmake --build --preset fuzz >/dev/null &&
        ctest --preset fuzz --output-on-failure -j "$(getconf _NPROCESSORS_ONLN)"
}

valgrind_step() { # a broken and a sound profile: no error, no leak; then every attack: no error (a minute)
    for file in tests/cli/thirty-mistakes/thirty.ini profiles/mellin_tea.ini; do
        valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite \
            build/release/plumbline score "$file" >/dev/null 2>build/valgrind.txt
        code=$?
        if [ "$code" -eq 99 ] || [ ! -f "$file" ]; then
            cat build/valgrind.txt
            return 1
        fi
    done
    # Everything takes 30 times as long here, so the bound on time is another, and each attack runs in one manner.
    for tests in every_attack_ends_as_it_says_and_harms_nobody 'sources_*' 'bytecode_*'; do
        PLUMBLINE_ATTACK_SECONDS=120 valgrind --quiet --error-exitcode=99 --leak-check=no \
            build/release/tests/test_sandbox "$tests" >build/valgrind.txt 2>&1 &&
            grep -q ' [1-9][0-9]* test(s) run' build/valgrind.txt || {
            cat build/valgrind.txt
            return 1
        }
    done
}

step() {
    name=$1
    printf '== %s\n' "$name"
    command=$name
    [ "$name" = valgrind ] && command=valgrind_step
    if "$command"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        failures="$failures $name"
        printf '== %s FAILED\n' "$name"
    fi
}

[ $# -gt 0 ] || set -- sanitized release format lint rules fuzz valgrind
for name; do step "$name"; done
[ -z "$failures" ] || printf 'failed:%s\n' "$failures"
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
