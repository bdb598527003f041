#!/usr/bin/env bash
# Install what the test servers need. Does nothing where it is there already.
#   install.sh [dovecot|cyrus]           (as root, on Debian or Ubuntu; without an argument both)
# Exit code 77, with a line that says what to do, where it cannot.
# Nothing is left running: packages that want to start a service are told not to.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
. "$here/lib.sh"

servers=${*:-dovecot cyrus}
ready() { local s; for s in $servers; do "$here/$s.sh" check || return; done; }

apt_install() {
    local policy=/usr/sbin/policy-rc.d mta= services=
    if [ ! -e $policy ]; then
        trap 'rm -f /usr/sbin/policy-rc.d' EXIT
        printf '#!/bin/sh\nexit 101\n' >$policy
        chmod 755 $policy
    fi
    # cyrus-common wants a sendmail, and would bring a whole mail server: this one is a program only
    [ -x /usr/sbin/sendmail ] || mta=msmtp-mta
    dpkg -s dovecot-core >/dev/null 2>&1 || services="dovecot.socket dovecot.service"
    dpkg -s cyrus-common >/dev/null 2>&1 || services="$services cyrus-imapd.service"
    export DEBIAN_FRONTEND=noninteractive
    echo "installing $PACKAGES; log: $log" >&2
    # shellcheck disable=SC2086 # lists of words
    { apt-get -qq update && apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
        install -y --no-install-recommends $PACKAGES $mta; } >"$log" 2>&1 || { tail -n 20 "$log" >&2; return 1; }
    # what is new here is not to run after the next boot either
    # shellcheck disable=SC2086
    [ -z "$services" ] || ! command -v systemctl >/dev/null || systemctl -q disable $services >>"$log" 2>&1 || true
}

! ready 2>/dev/null || exit 0
[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { ready; exit; }

mkdir -p "$SERVERS_CACHE"
log=$SERVERS_CACHE/install.log
exec 8>"$SERVERS_CACHE/install.lock"; flock 8
ready 2>/dev/null || apt_install </dev/null 8>&- || missing "a package (apt-get failed)"
ready
