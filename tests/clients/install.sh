#!/usr/bin/env bash
# Install a client program to run against the embedded server, where it is missing.
#   install.sh PROGRAM PACKAGE           (as root, on Debian or Ubuntu)
# Exit code 77, with a line that says what to do, where it cannot.
set -euo pipefail
program=$1 package=$2

found() { command -v "$program" >/dev/null 2>&1; }

! found || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  cache=${TMPDIR:-/tmp}/imap-test-clients-$(id -u)
  mkdir -p "$cache"
  # one at a time: tests run in parallel
  exec 8>"$cache/install.lock"; flock 8
  # the lists are as good for the next client
  listed=$cache/listed
  found || { { [ -n "$(find "$listed" -mmin -60 2>/dev/null)" ] || { apt-get -qq update && touch "$listed"; }; } && apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
    install -y --no-install-recommends "$package"; } >"$cache/$package.log" 2>&1 8>&- || tail -n 20 "$cache/$package.log" >&2
fi
found && exit 0
echo "$program is missing; run as root, on Debian or Ubuntu: apt-get install -y --no-install-recommends $package" >&2
exit 77
