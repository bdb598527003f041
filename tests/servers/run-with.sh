#!/usr/bin/env bash
# Run a command beside a throw-away server: started on free loopback ports, in a directory of its
# own, and stopped and removed when the command ends or this script does, by whatever signal.
#   run-with.sh dovecot|cyrus COMMAND [ARGUMENT...]
# The command finds in its environment
#   IMAP_SERVER                    dovecot or cyrus
#   IMAP_HOST IMAP_PORT IMAPS_PORT 127.0.0.1, the port for plain and STARTTLS, the port for TLS
#   IMAP_USER IMAP_PASSWORD        alice and alice-pass; more users: README.md
#   IMAP_CA                        a PEM file, the authority that signed the server's certificate
#   IMAP_DIR                       the server's directory: its log, certificates, tokens
# Exit code: the command's; 77 where the server is missing and cannot be installed.
# Knobs: SERVERS_KEEP=1 leaves the directory behind, SERVERS_TMP is where it is made.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
. "$here/lib.sh"

case ${1:-} in dovecot|cyrus) ;; *) die "use: run-with.sh dovecot|cyrus COMMAND [ARGUMENT...]" ;; esac
[ $# -ge 2 ] || die "which command?"
server=$1; shift
"$here/$server.sh" check 2>/dev/null || "$here/install.sh" "$server"

# Below the range that the system gives to outgoing connections, so that none of those is in the way.
# Whatever takes a port between this look and the server's start is met by trying again.
free_port() {
    local port
    while port=$((10240 + (RANDOM * 32768 + RANDOM) % 22000)); do
        ! grep -qi ":$(printf '%04x' $port) [0-9a-f]*:[0-9a-f]* 0A" /proc/net/tcp /proc/net/tcp6 2>/dev/null || continue
        echo $port; return
    done
}

clean_up() { exec 9>&-; cat <&8 >/dev/null; }

for attempt in 1 2 3 4 5; do
    export IMAP_DIR; IMAP_DIR=$(mktemp -d "${SERVERS_TMP:-/tmp}/imap.XXXXXX")
    IMAP_PORT=$(free_port) IMAPS_PORT=$(free_port)
    # Whichever way this script ends, the pipe to its guard closes, and the guard cleans up. The guard is
    # nobody's child and in no group that a signal could be meant for; its end is the end of its output. It
    # waits for a line before it detaches: bash forgets the pipes of a coprocess that has ended.
    coproc guard { read -r _ || true; exec setsid --fork bash -c 'cat >/dev/null
        "$1" stop "$2" 2>/dev/null
        [ -n "${SERVERS_KEEP:-}" ] || rm -rf "$2"' guard "$here/$server.sh" "$IMAP_DIR"; }
    exec 8<&"${guard[0]}" 9>&"${guard[1]}" {guard[0]}<&- {guard[1]}>&-
    echo >&9
    if "$here/$server.sh" start "$IMAP_DIR" "$IMAP_PORT" "$IMAPS_PORT" </dev/null 8<&- 9>&- >&2; then break; fi
    clean_up
    [ $attempt != 5 ] || die "$server did not start; what it said is above"
done

export IMAP_SERVER=$server IMAP_HOST=127.0.0.1 IMAP_PORT IMAPS_PORT IMAP_USER=alice IMAP_PASSWORD=alice-pass IMAP_CA=$IMAP_DIR/tls/ca.pem
status=0
"$@" 8<&- 9>&- || status=$?
clean_up
exit $status
