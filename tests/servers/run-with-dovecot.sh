#!/usr/bin/env bash
# Run a command beside a throw-away Dovecot; see run-with.sh.
#   run-with-dovecot.sh COMMAND [ARGUMENT...]
exec "$(dirname "$(readlink -f "$0")")/run-with.sh" dovecot "$@"
