#!/usr/bin/env bash
# Install the clients of npm/package.json, in the versions of its lock, outside of the repository; prints where they are.
# Exit code 77, with a line that says what to do, where it cannot; prints nothing where the system has no Node.js that is new enough.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
"$here/install.sh" npm npm
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "Node.js 20 is needed" >&2; exit 0; }
cache=${TMPDIR:-/tmp}/imap-test-clients-$(id -u)
clients=$cache/npm-$(cat "$here"/npm/package*.json | sha256sum | cut -c1-16)
mkdir -p "$cache"
exec 7>"$cache/npm.lock"; flock 7
if [ ! -d "$clients" ]; then
  new=$(mktemp -d "$cache/npm.XXXXXX")
  cp "$here"/npm/package*.json "$new"
  npm ci --prefix "$new" --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >"$cache/npm.log" 2>&1 7>&- \
    || { tail -n 20 "$cache/npm.log" >&2; rm -rf "$new"; echo "npm ci failed for tests/clients/npm" >&2; exit 77; }
  mv "$new" "$clients"
fi
echo "$clients"
