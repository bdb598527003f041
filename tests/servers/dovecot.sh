#!/usr/bin/env bash
# A throw-away Dovecot 2.3 for tests.
#   dovecot.sh start DIR PORT_PLAIN PORT_TLS    (DIR: an absolute path, empty or absent)
#   dovecot.sh stop DIR
#   dovecot.sh check                          (exit code 77 where what it needs is missing)
# Loopback only. All state is in DIR; DIR can be removed after the stop.
#   127.0.0.1  clear-text logins allowed before TLS
#   127.0.0.2  the same ports, but "secure only": announces LOGINDISABLED before TLS
#   127.0.0.3  non-synchronizing literals only up to 4096 bytes (LITERAL- instead of LITERAL+)
#   127.0.0.4  tells of no extension (a test of what a client does without)
# Users: alice/alice-pass, bob/bob-pass, t1/t1-pass to t8/t8-pass, quinn/quinn-pass (a quota of
#        10 kB and 5 messages), carol/carol-pass (gets a login referral), and the master user
#        admin/admin-pass (log in as "alice*admin", or with a SASL authorization id).
# OAuth: DIR/oauth/USER.jwt is a valid bearer token, DIR/oauth/USER.expired.jwt is not.
# Knobs: DOVECOT_COMPRESS=no, DOVECOT_MECHS="plain login ...", and those of lib.sh
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/lib.sh"

find_imapd() {  # where the imap half of Dovecot is: installed, or unpacked in our cache
    need_cmd dovecot; need_cmd openssl
    case $(dovecot --version) in 2.3.*) ;; *) missing "Dovecot 2.3 (this is $(dovecot --version), whose configuration differs)" ;; esac
    IMAPD=/usr/lib/dovecot
    [ -x $IMAPD/imap ] && return
    # dovecot-imapd conflicts with cyrus-imapd, so unpack it instead
    IMAPD=$(unpacked dovecot-imapd dovecot-core)/usr/lib/dovecot && [ -x "$IMAPD/imap" ] || missing "dovecot-imapd"
}

b64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
jwt() { # USER EXPIRY - an HS256 token
    local head body
    head=$(printf '{"alg":"HS256","typ":"JWT"}' | b64url)
    body=$(printf '{"sub":"%s","iss":"imap-test","iat":1600000000,"nbf":1600000000,"exp":%s}' "$1" "$2" | b64url)
    printf '%s.%s.%s' "$head" "$body" \
        "$(printf '%s.%s' "$head" "$body" | openssl dgst -sha256 -hmac "$JWT_KEY" -binary | b64url)"
}

start() {
    local d=$1 plain=$2 tls=$3 user u f
    find_imapd
    # All of Dovecot runs as one plain user: ours, or "dovecot" when we are root.
    user=$(id -un); [ "$(id -u)" != 0 ] || user=dovecot
    make_dir "$d" "$user"
    trap "stop '$d'" EXIT   # leave nothing running when the start fails
    make_certs "$d/tls"
    cp "$d/tls/server.pem" "$d/cert.pem"

    # Dovecot takes its programs and plugins from one directory each: join both halves by links.
    mkdir -p "$d/libexec" "$d/modules" "$d/run" "$d/state" "$d/home" "$d/public" "$d/acl" "$d/oauth/keys/default/HS256"
    for f in /usr/lib/dovecot/* "$IMAPD"/*; do [ -d "$f" ] || ln -sf "$f" "$d/libexec/"; done
    for f in /usr/lib/dovecot/modules/* "$IMAPD"/modules/*; do ln -sfn "$f" "$d/modules/${f##*/}"; done

    # user:password:uid:gid:gecos:home:shell:extra
    for u in $USERS; do
        case $u in alice) f=userdb_admin=yes ;; quinn) f='userdb_quota_rule=*:storage=10k:messages=5' ;; *) f= ;; esac
        echo "$u:{PLAIN}$u-pass::::$d/home/$u::$f"
    done >"$d/users"
    cat >>"$d/users" <<X
carol:{PLAIN}carol-pass::::$d/home/carol::nologin=yes host=imap.example.org reason=moved
anonymous:{PLAIN}nobody-knows-this-one::::$d/home/anonymous::
X
    echo 'admin:{PLAIN}admin-pass' >"$d/masters"

    # Bearer tokens checked here, with no token server: key file = prefix/azp/alg/kid
    JWT_KEY=imap-test-signing-key-imap-test!
    printf %s "$JWT_KEY" | openssl base64 -A >"$d/oauth/keys/default/HS256/default"
    for u in alice bob; do
        jwt $u 4102444800 >"$d/oauth/$u.jwt"
        jwt $u 1600000001 >"$d/oauth/$u.expired.jwt"
    done
    cat >"$d/oauth.conf" <<X
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=$d/oauth/keys/
username_attribute = sub
tokeninfo_url =
X

    # Virtual mailboxes and the rights on the public ones.
    mkdir -p "$d/virtual/All" "$d/virtual/Flagged"
    printf '*\n-Virtual/*\n-Public/*\n-Shared/*\n  all\n' >"$d/virtual/All/dovecot-virtual"
    printf '*\n-Virtual/*\n-Public/*\n-Shared/*\n  flagged\n' >"$d/virtual/Flagged/dovecot-virtual"
    printf 'Public user=alice lrwstipekxa\nPublic/* user=alice lrwstipekxa\nPublic anyone lr\nPublic/* anyone lrs\n' >"$d/acl/global"

    cat >"$d/dovecot.conf" <<X
protocols = imap
listen = 127.0.0.1, 127.0.0.2, 127.0.0.3, 127.0.0.4
instance_name = imap-test
base_dir = $d/run
state_dir = $d/state
libexec_dir = $d/libexec
mail_plugin_dir = $d/modules
log_path = $d/log
auth_verbose = yes
default_internal_user = $user
default_internal_group = $(id -gn "$user")
default_login_user = $user
first_valid_uid = 1
default_process_limit = 200
default_client_limit = 4000
shutdown_clients = yes
verbose_proctitle = no

# --- TLS; a client certificate is asked for but not needed (SASL EXTERNAL) ---
ssl = yes
ssl_cert = <$d/tls/server.pem
ssl_key = <$d/tls/server.key
ssl_ca = <$d/tls/ca.pem
ssl_require_crl = no
ssl_verify_client_cert = yes
auth_ssl_username_from_cert = yes
ssl_min_protocol = TLSv1.2

# --- auth ---
# off only for peers whose address differs from ours, i.e. for clients of 127.0.0.2
disable_plaintext_auth = yes
auth_mechanisms = ${DOVECOT_MECHS:-plain login cram-md5 digest-md5 scram-sha-1 scram-sha-256 xoauth2 oauthbearer external anonymous}
auth_master_user_separator = *
auth_failure_delay = 0
auth_realms = localhost
auth_username_format = %Ln
auth_anonymous_username = anonymous
mail_max_userip_connections = 1000
passdb {
  driver = passwd-file
  master = yes
  args = $d/masters
}
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = $d/oauth.conf
}
passdb {
  driver = static
  mechanisms = external
  args = nopassword=yes
}
passdb {
  driver = passwd-file
  mechanisms = plain login cram-md5 digest-md5 scram-sha-1 scram-sha-256
  args = scheme=PLAIN username_format=%n $d/users
}
userdb {
  driver = passwd-file
  args = username_format=%n $d/users
  override_fields = uid=$(id -u "$user") gid=$(id -g "$user")
}

local 127.0.0.3 {
  disable_plaintext_auth = no
  protocol imap {
    imap_literal_minus = yes
  }
}
local 127.0.0.4 {
  disable_plaintext_auth = no
  imap_capability = IMAP4rev1
}

# --- services: all as one user, so no chroot and no change of user ---
service anvil {
  chroot =
  # no growing delay after failed logins
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
service imap-urlauth-login {
  chroot =
}
service imap-login {
  chroot =
  # a process for each connection, so that none can resume another's TLS session: with client
  # certificates asked for, Dovecot fails at that ("session id context uninitialized")
  service_count = 1
  process_min_avail = 2
  inet_listener imap {
    port = $plain
  }
  inet_listener imaps {
    port = $tls
    ssl = yes
  }
}
service imap {
  process_min_avail = 2
  service_count = 100
}

# --- mail ---
mail_location = sdbox:~/mail
mail_plugins = acl quota zlib virtual notify
mail_attribute_dict = file:%h/metadata
mail_server_admin = mailto:postmaster@localhost
mail_server_comment = A server for tests
mailbox_list_index = yes
mailbox_idle_check_interval = 1 secs
mailbox_list_index_very_dirty_syncs = no
mail_fsync = never
protocol imap {
  mail_plugins = \$mail_plugins imap_acl imap_quota $([ "${DOVECOT_COMPRESS:-yes}" = no ] || echo imap_zlib)
  imap_metadata = yes
  imap_urlauth_host = localhost
  imap_urlauth_port = $plain
  imap_id_send = name * version * support-url *
  imap_id_retain = yes
  imap_idle_notify_interval = 2 mins
}
namespace inbox {
  type = private
  separator = /
  prefix =
  inbox = yes
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Junk {
    auto = subscribe
    special_use = \\Junk
  }
  mailbox Trash {
    auto = subscribe
    special_use = \\Trash
  }
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Archive {
    auto = create
    special_use = \\Archive
    comment = Old mail
  }
  mailbox Important {
    auto = create
    special_use = \\Important
  }
}
# mbox files: mailboxes that can hold no others (\\NoInferiors)
namespace mbox {
  type = private
  separator = /
  prefix = Mbox/
  location = mbox:~/mbox:INDEX=~/mbox-index
  list = children
}
namespace virtual {
  type = private
  separator = /
  prefix = Virtual/
  location = virtual:$d/virtual:INDEX=~/virtual:CONTROL=~/virtual
  list = yes
  subscriptions = no
  mailbox All {
    special_use = \\All
  }
  mailbox Flagged {
    special_use = \\Flagged
  }
}
namespace shared {
  type = shared
  separator = /
  prefix = Shared/%%u/
  location = sdbox:%%h/mail:INDEXPVT=~/shared/%%u
  list = children
  subscriptions = no
}
namespace public {
  type = public
  separator = /
  prefix = Public/
  location = sdbox:$d/public:INDEXPVT=~/public
  list = yes
  subscriptions = no
}
plugin {
  acl = vfile:$d/acl/global
  acl_shared_dict = file:$d/acl/shared
  acl_defaults_from_inbox = no
  quota = count:User quota:ns=
  quota_vsizes = yes
  quota_rule = ${DOVECOT_QUOTA:-*:storage=50M:messages=5000}
  quota_grace = 0
  quota_set = dict:file:$d/quota-set
}
X
    [ "$(id -u)" != 0 ] || chown -R "$user:$(id -gn "$user")" "$d"
    run_as "$user" dovecot -c "$d/dovecot.conf" || { cat "$d/log" >&2 || true; die "dovecot did not start"; }
    read_pid "$d/run/master.pid" >"$d/pid"
    wait_port "$(cat "$d/pid")" "$plain" "$d/log"
    wait_open "$tls"
    run_as "$user" doveadm -c "$d/dovecot.conf" mailbox create -u alice Public/News Public/Lists/Devel
    trap - EXIT
    echo "dovecot: pid $(cat "$d/pid"), 127.0.0.1 to 127.0.0.4, ports $plain (STARTTLS) and $tls (TLS), CA $d/tls/ca.pem"
}

stop() { stop_pid "$1/pid" "$1/dovecot.conf"; }

case ${1:-} in
    start) [ $# = 4 ] || die "use: start DIR PORT_PLAIN PORT_TLS"; start "${2%/}" "$3" "$4" ;;
    stop)  [ $# = 2 ] || die "use: stop DIR"; stop "${2%/}" ;;
    check) find_imapd ;;
    *)     die "use: start DIR PORT_PLAIN PORT_TLS | stop DIR | check" ;;
esac
