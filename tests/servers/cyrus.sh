#!/usr/bin/env bash
# A throw-away Cyrus IMAP 3.6 for tests.
#   cyrus.sh start DIR PORT_PLAIN PORT_TLS    (DIR: an absolute path, empty or absent)
#   cyrus.sh stop DIR
#   cyrus.sh check                          (exit code 77 where what it needs is missing)
# Loopback only. All state is in DIR; DIR can be removed after the stop.
# The same mail, by address:
#   127.0.0.1  old style names (INBOX.x, separator "."), clear-text logins allowed before TLS
#   127.0.0.2  likewise, but "secure only": announces LOGINDISABLED before TLS
#   127.0.0.3  modern names (x beside INBOX, separator "/")
#   127.0.0.4  as 127.0.0.1, but tells of no extension (a test of what a client does without)
# Users: alice/alice-pass, bob/bob-pass, t1/t1-pass to t8/t8-pass, quinn/quinn-pass (a quota of
#        10 kB and 5 messages),
#        admin cyrus/cyrus-pass (may also act for others: SASL authorization id).
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/lib.sh"

find_cyrus() { # where imapd is: installed, or unpacked in our cache
    need_cmd openssl; need_cmd db_load
    BIN=/usr/lib/cyrus/bin
    [ -x $BIN/master ] || missing "cyrus-common"
    compgen -G '/usr/lib/*/sasl2/libscram.so' >/dev/null || missing "libsasl2-modules"
    compgen -G '/usr/lib/*/sasl2/libsasldb.so' >/dev/null || missing "libsasl2-modules-db"
    IMAPD=$BIN/imapd
    [ -x $IMAPD ] && return
    # the package with imapd conflicts with other IMAP servers', so unpack it instead
    IMAPD=$(unpacked cyrus-imapd cyrus-common)$BIN/imapd && [ -x "$IMAPD" ] || missing "cyrus-imapd"
}

start() {
    local d=$1 plain=$2 tls=$3 user u
    find_cyrus
    # Cyrus runs wholly as one plain user: ours, or "cyrus" when we are root.
    user=$(id -un); [ "$(id -u)" != 0 ] || user=cyrus
    make_dir "$d" "$user"
    trap "stop '$d'" EXIT   # leave nothing running when the start fails
    make_certs "$d/tls"
    cp "$d/tls/server.pem" "$d/cert.pem"
    mkdir -p "$d"/conf/{db,log,msg,proc,ptclient,socket,lock,user,sync,quota} "$d/spool/stage." "$d/sieve" "$d/search" "$d/backup"

    # The password file: key "user NUL realm NUL property", value the clear-text password.
    for u in $USERS cyrus; do
        printf '%s\\00localhost\\00userPassword\n%s-pass\n' $u $u
    done | db_load -T -t hash "$d/sasldb2"

    cat >"$d/imapd.conf" <<X
cyrus_user: $user
configdirectory: $d/conf
defaultpartition: default
partition-default: $d/spool
sievedir: $d/sieve
proc_path: $d/conf/proc
mboxname_lockpath: $d/conf/lock
idlesocket: $d/conf/socket/idle
lmtpsocket: $d/conf/socket/lmtp
notifysocket: $d/conf/socket/notify
servername: localhost
master_bind_errors_fatal: yes
serverinfo: on
syslog_prefix: imap-test
admins: cyrus
proxyservers: cyrus

# auth: the sasldb made above, no saslauthd
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: $d/sasldb2
sasl_mech_list: ${CYRUS_MECHS:-PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-512 ANONYMOUS EXTERNAL}
sasl_auto_transition: no
allowplaintext: yes
allowanonymouslogin: yes
imapsec_allowplaintext: no
failedloginpause: 0

# TLS; a client certificate is asked for but not needed
tls_server_cert: $d/tls/server.pem
tls_server_key: $d/tls/server.key
tls_client_ca_file: $d/tls/ca.pem
tls_client_certs: optional
tls_versions: tls1_2 tls1_3

# names
altnamespace: no
unixhierarchysep: no
imapmod_altnamespace: yes
imapmod_unixhierarchysep: yes
imapbare_suppress_capabilities: LITERAL+ ID ENABLE ACL ANNOTATE-EXPERIMENT-1 BINARY CATENATE CHILDREN CONDSTORE CREATE-SPECIAL-USE ESEARCH ESORT LIST-EXTENDED LIST-MYRIGHTS LIST-STATUS MAILBOX-REFERRALS METADATA MOVE MULTIAPPEND NAMESPACE OBJECTID PREVIEW QRESYNC QUOTA RIGHTS=kxten SAVEDATE SEARCH=FUZZY SORT SORT=DISPLAY SPECIAL-USE STATUS=SIZE THREAD=ORDEREDSUBJECT THREAD=REFERENCES UIDPLUS UNSELECT URLAUTH URLAUTH=BINARY WITHIN ANNOTATEMORE DIGEST=SHA1 LIST-METADATA NO_ATOMIC_RENAME SCAN SORT=MODSEQ SORT=UID THREAD=REFS X-CREATEDMODSEQ X-REPLICATION X-SIEVE-MAILBOX XLIST XMOVE SASL-IR XCONVERSATIONS COMPRESS=DEFLATE IDLE UNAUTHENTICATE APPENDLIMIT
userprefix: user
sharedprefix: shared
imapmod_userprefix: Other Users
imapmod_sharedprefix: Shared Folders

# mailboxes made at the first login
autocreate_quota: 51200
autocreate_inbox_folders: Drafts|Sent|Trash|Junk|Archive
autocreate_subscribe_folders: Drafts|Sent|Trash|Junk
xlist-drafts: Drafts
xlist-sent: Sent
xlist-trash: Trash
xlist-junk: Junk
xlist-archive: Archive
specialuse_extra: \\Important

# extensions
annotation_allow_undefined: yes
annotation_enable_legacy_commands: yes
conversations: yes
allowallsubscribe: no
allowusermoves: yes
imapidlepoll: 1
imapidresponse: yes
search_engine: xapian
defaultsearchtier: t1
t1searchpartition-default: $d/search
sync_log: on
sync_log_channels: squatter
expunge_mode: delayed
delete_mode: immediate
statuscache: on
quotawarnpercent: 90
sieve_extensions: fileinto
timeout: 60
maxlogins_per_user: 0
X
    cat >"$d/cyrus.conf" <<X
DAEMON {
  idled cmd="${IMAPD%/*}/idled -C $d/imapd.conf"
  squatter cmd="${IMAPD%/*}/squatter -C $d/imapd.conf -R -d"
}
START {
  recover cmd="$BIN/ctl_cyrusdb -C $d/imapd.conf -r"
}
SERVICES {
  imap    cmd="$IMAPD -C $d/imapd.conf" listen="127.0.0.1:$plain" prefork=1
  imaps   cmd="$IMAPD -C $d/imapd.conf -s" listen="127.0.0.1:$tls" prefork=1
  imapsec cmd="$IMAPD -C $d/imapd.conf" listen="127.0.0.2:$plain" prefork=0
  imapmod cmd="$IMAPD -C $d/imapd.conf" listen="127.0.0.3:$plain" prefork=0
  imapbare cmd="$IMAPD -C $d/imapd.conf" listen="127.0.0.4:$plain" prefork=0
}
X
    [ "$(id -u)" != 0 ] || chown -R "$user:$(id -gn "$user")" "$d"
    run_as "$user" "$BIN/master" -d -C "$d/imapd.conf" -M "$d/cyrus.conf" -p "$d/pid" -L "$d/log" \
        || { cat "$d/log" >&2 || true; die "cyrus did not start"; }
    wait_port "$(read_pid "$d/pid")" "$plain" "$d/log"
    wait_open "$tls"
    # What needs the administrator: a public folder, and a small quota for quinn.
    imap_do "$plain" 'LOGIN cyrus cyrus-pass' 'CREATE news' 'SETACL news anyone lrs' 'SETACL news alice lrswipkxtecda' \
        'CREATE user.quinn' 'SETQUOTA user.quinn (STORAGE 10 MESSAGE 5)'
    trap - EXIT
    echo "cyrus: pid $(read_pid "$d/pid"), 127.0.0.1 to 127.0.0.4, ports $plain (STARTTLS) and $tls (TLS), CA $d/tls/ca.pem"
}

imap_do() { # PORT COMMAND... - each must be answered OK
    local port=$1 n=0 c line; shift
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    for c in "$@" LOGOUT; do
        n=$((n + 1)); printf 'a%d %s\r\n' $n "$c" >&3
        while IFS= read -r -t 5 line <&3; do
            case $line in "a$n OK"*) break ;; "a$n "*) die "$c: $line" ;; esac
        done
    done
    exec 3>&-
}

stop() { stop_pid "$1/pid" "$1/cyrus.conf"; }

case ${1:-} in
    start) [ $# = 4 ] || die "use: start DIR PORT_PLAIN PORT_TLS"; start "${2%/}" "$3" "$4" ;;
    stop)  [ $# = 2 ] || die "use: stop DIR"; stop "${2%/}" ;;
    check) find_cyrus ;;
    *)     die "use: start DIR PORT_PLAIN PORT_TLS | stop DIR | check" ;;
esac
