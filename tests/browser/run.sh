#!/bin/sh
# SPDX-License-Identifier: MIT
# The pages in a browser without a network: PLUMBLINE=/path/to/plumbline tests/browser/run.sh
set -eu
cd "$(dirname -- "$0")"
PROJECT=$(CDPATH='' cd -- ../.. && pwd)
export PROJECT
# What is pinned in package-lock.json, once.
if ! cmp -s package-lock.json node_modules/.pinned; then
    npm ci --silent --no-audit --no-fund
    cp package-lock.json node_modules/.pinned
fi
exec node --test --test-reporter=spec ./*.test.mjs
