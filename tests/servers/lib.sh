# Helpers shared by dovecot.sh and cyrus.sh (sourced, not run).
# A server instance lives wholly in one directory; nothing outside it is written,
# save the package cache below.

# Where the packages that cannot be installed side by side are unpacked
# (Debian lets only one "imap-server" be installed at a time).
# Not under $HOME: as root the servers run as another user, who must be able to read it.
SERVERS_CACHE=${SERVERS_CACHE:-/var/tmp/imap-test-servers-$(id -u)}

# Everybody who has a mailbox; the password of X is X-pass. t1 to t8 are for tests that want
# an account for themselves, and so are u0001, u0002 ... of which SERVERS_EXTRA_USERS are made.
USERS="alice bob quinn t1 t2 t3 t4 t5 t6 t7 t8"
EXTRA=${SERVERS_EXTRA_USERS:-0}
[ "$EXTRA" = 0 ] || USERS="$USERS $(seq -f 'u%04g' -s ' ' "$EXTRA")"

# What the scripts need on Debian and Ubuntu; the IMAP halves of the servers are unpacked, see below.
PACKAGES="dovecot-core cyrus-common libsasl2-modules libsasl2-modules-db db-util openssl"

die() { echo "${0##*/}: $*" >&2; exit 1; }

# missing WHAT - a server cannot run here: exit code 77, with what to do about it.
missing() {
    echo "${0##*/}: $1 is missing; run as root, on Debian or Ubuntu: tests/servers/install.sh" \
        "(or: apt-get install -y --no-install-recommends $PACKAGES)" >&2
    exit 77
}

# need_cmd COMMAND - a tool must be there, or say how to get it.
need_cmd() { command -v "$1" >/dev/null 2>&1 || [ -x "/usr/sbin/$1" ] || missing "'$1'"; }

# unpacked PACKAGE BASE - the directory with PACKAGE's files, unpacked without installing it, in the
# version that BASE is installed in. Fetched once; a half-made directory is never seen.
unpacked() (
    version=$(dpkg-query -W -f '${Version}' "$2") || exit 1
    dir=$SERVERS_CACHE/$1_${version//:/_}
    if [ ! -d "$dir" ]; then
        mkdir -p "$SERVERS_CACHE"
        [ -O "$SERVERS_CACHE" ] || die "$SERVERS_CACHE belongs to someone else"
        exec 9>"$SERVERS_CACHE/unpack.lock"; flock 9
        tmp=$(mktemp -d "$SERVERS_CACHE/get.XXXXXX") || exit 1
        trap 'rm -rf "$tmp"' EXIT
        cd "$tmp" && apt-get -qq -o APT::Sandbox::User=root download "$1=$version" >&2 \
            && dpkg-deb -x ./*.deb files && chmod -R a+rX files "$SERVERS_CACHE" || exit 1
        [ -d "$dir" ] || mv files "$dir"
    fi
    echo "$dir"
)

# run_as USER COMMAND... - as that user when we are root, else as ourselves.
run_as() {
    local user=$1; shift
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups -- "$@"
    else
        "$@"
    fi
}

# make_dir DIR USER - the instance's directory, empty or new, owned by USER, and reachable.
make_dir() {
    local dir=$1 user=$2
    case $dir in /*) ;; *) die "DIR must be an absolute path: $dir" ;; esac
    # sockets live below DIR and a unix socket's path may have 107 bytes at most
    [ ${#dir} -le 60 ] || die "DIR is too long for unix sockets (60 bytes at most): $dir"
    mkdir -p "$dir"
    [ -z "$(ls -A "$dir")" ] || die "DIR is not empty: $dir"
    chmod 755 "$dir"
    [ "$(id -u)" != 0 ] || chown "$user:$(id -gn "$user")" "$dir"
    run_as "$user" test -x "$dir" || die "user $user cannot reach $dir (a parent directory is closed)"
}

# make_certs DIR - a throw-away CA, a server certificate for localhost and a client one
# for alice: ca.pem, server.pem, server.key, alice.pem, alice.key, alice.p12 (no password).
make_certs() {
    local d=$1 ext
    mkdir -p "$d"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 \
        -subj "/CN=imap test CA" -addext "keyUsage=critical,keyCertSign,cRLSign" \
        -keyout "$d/ca.key" -out "$d/ca.pem" 2>>"$d/log" || die "openssl: $(tail -3 "$d/log")"
    leaf() { # NAME SUBJECT EXTENSIONS
        ext=$(mktemp "$d/ext.XXXXXX"); printf '%b' "$3" >"$ext"
        openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "$2" \
            -keyout "$d/$1.key" -out "$d/$1.csr" 2>>"$d/log" || die "openssl: $(tail -3 "$d/log")"
        openssl x509 -req -in "$d/$1.csr" -CA "$d/ca.pem" -CAkey "$d/ca.key" -CAcreateserial \
            -days 3650 -extfile "$ext" -out "$d/$1.pem" 2>>"$d/log" || die "openssl: $(tail -3 "$d/log")"
        rm -f "$ext" "$d/$1.csr"
    }
    leaf server /CN=localhost 'subjectAltName=DNS:localhost,IP:127.0.0.1,IP:127.0.0.2,IP:127.0.0.3,IP:127.0.0.4,IP:::1\nextendedKeyUsage=serverAuth\n'
    leaf alice /CN=alice 'extendedKeyUsage=clientAuth\n'
    openssl pkcs12 -export -in "$d/alice.pem" -inkey "$d/alice.key" -passout pass: -out "$d/alice.p12"
}

# alive PID - runs, and is not a zombie that nobody has reaped yet (those have no command line).
alive() { [ -n "$1" ] && [ -n "$(tr -d '\0' 2>/dev/null <"/proc/$1/cmdline")" ]; }

# read_pid FILE - the number in it, once the server has written it; gives up after 5 s.
read_pid() {
    local i pid=
    for ((i = 0; i < 100; i++)); do
        pid=$(tr -dc 0-9 2>/dev/null <"$1") || true
        [ -z "$pid" ] || { echo "$pid"; return 0; }
        sleep 0.05
    done
    die "no process number in $1"
}

# wait_port PID PORT LOG - until the server greets on 127.0.0.1:PORT; gives up after 10 s.
wait_port() {
    local pid=$1 port=$2 log=$3 i line
    for ((i = 0; i < 200; i++)); do
        alive "$pid" || { cat "$log" >&2 2>/dev/null || true; die "the server ended while starting"; }
        if line=$( { exec 3<>"/dev/tcp/127.0.0.1/$port" && IFS= read -r -t 2 l <&3 && printf '%s' "$l"; } 2>/dev/null ); then
            case $line in '* OK'*) if alive "$pid"; then return 0; fi ;; esac
        fi
        sleep 0.05
    done
    cat "$log" >&2 2>/dev/null || true
    die "no greeting on port $port within 10 s"
}

# wait_open PORT - until something listens on 127.0.0.1:PORT; gives up after 5 s.
wait_open() {
    local i
    for ((i = 0; i < 100; i++)); do
        ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null || return 0
        sleep 0.05
    done
    die "nothing listens on port $1"
}

# start_of PID - when it started, in clock ticks: with its number, that tells a process for sure.
start_of() {
    local line
    { IFS= read -r line <"/proc/$1/stat"; } 2>/dev/null || return 0
    # shellcheck disable=SC2086
    set -- ${line##*) }; echo "${20}"
}

# below PID - every process below PID, one "pid start" a line.
below() {
    local f line rest more=1 seen=" $1 "
    local -A parent=()
    for f in /proc/[0-9]*/stat; do
        { IFS= read -r line <"$f"; } 2>/dev/null || continue
        f=${f#/proc/}; rest=${line##*) }; rest=${rest#* }; parent[${f%/stat}]=${rest%% *}
    done
    while [ $more = 1 ]; do
        more=0
        for f in "${!parent[@]}"; do
            [[ $seen != *" $f "* && $seen == *" ${parent[$f]} "* ]] || continue
            seen+="$f "; more=1; echo "$f $(start_of "$f")"
        done
    done
}

# stop_pid PIDFILE MARK - end the process in PIDFILE, and all below it, if its command line
# still has MARK (so that a number that was given out again is left alone).
stop_pid() {
    local pid i p t left sig=TERM
    [ -s "$1" ] || return 0
    pid=$(tr -dc 0-9 <"$1")
    if [ -n "$pid" ] && tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "$2"; then
        # servers leave busy sessions running when they stop: note them first
        local all; all=$(echo "$pid $(start_of "$pid")"; below "$pid")
        kill -TERM "$pid"; sleep 0.1
        for ((i = 0; i < 60; i++)); do
            [ $i != 40 ] || sig=KILL
            left=0
            while read -r p t; do
                if alive "$p" && [ "$(start_of "$p")" = "$t" ]; then
                    left=1
                    case $i in 0|40) kill -$sig "$p" 2>/dev/null || true ;; esac
                fi
            done <<<"$all"
            [ $left = 1 ] || break
            sleep 0.05
        done
    fi
    rm -f "$1"
}
