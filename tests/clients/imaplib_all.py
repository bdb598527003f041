"""Runs every method of imaplib against the server that the environment names; exits with 0 when all answers are right.

IMAP_HOST, IMAP_PORT, IMAPS_PORT, IMAP_CA (a PEM file). The server has alice (password "secret", one generated message
or more in INBOX), bob (password "hunter2") and root (password "toor", who may act for others).
"""
import imaplib
import os
import ssl
import sys
import time

HOST, PORT, TLS_PORT = os.environ["IMAP_HOST"], int(os.environ["IMAP_PORT"]), int(os.environ["IMAPS_PORT"])
MESSAGE = (b"From: Alice <alice@example.org>\r\nTo: Bob <bob@example.org>\r\nSubject: Greetings\r\n"
           b"Date: Mon, 02 Feb 2026 10:00:00 +0000\r\nMessage-ID: <1@example.org>\r\n\r\nHello there\r\n")
REPLY = (b"From: Bob <bob@example.org>\r\nTo: Alice <alice@example.org>\r\nSubject: Re: Greetings\r\n"
         b"Date: Mon, 02 Feb 2026 11:00:00 +0000\r\nMessage-ID: <2@example.org>\r\nIn-Reply-To: <1@example.org>\r\n\r\nHello back\r\n")


def ok(answer):
    kind, data = answer
    assert kind == "OK", answer
    return data


def same(actual, expected):
    assert actual == expected, f"{actual!r} is not {expected!r}"


def trusted():
    return ssl.create_default_context(cafile=os.environ["IMAP_CA"])


def ways_in():
    with imaplib.IMAP4(HOST, PORT) as imap:
        assert "IMAP4REV1" in imap.capabilities, imap.capabilities
        ok(imap.capability())
        ok(imap.starttls(trusted()))
        ok(imap.login("alice", "secret"))
    with imaplib.IMAP4_SSL(HOST, TLS_PORT, ssl_context=trusted()) as imap:
        ok(imap.login_cram_md5("alice", "secret"))
    with imaplib.IMAP4(HOST, PORT) as imap:
        ok(imap.authenticate("PLAIN", lambda _: b"\0alice\0secret"))
    with imaplib.IMAP4(HOST, PORT) as imap:
        try:
            imap.login("alice", "wrong")
        except imaplib.IMAP4.error as error:
            assert b"AUTHENTICATIONFAILED" in error.args[0], error
        else:
            raise AssertionError("A wrong password was taken")
        ok(imap.login("root", "toor"))
        ok(imap.proxyauth("alice"))
        ok(imap.select("INBOX", readonly=True))


def mailboxes(imap):
    ok(imap.create("Projects/Harbour"))
    ok(imap.create('"Entw&APw-rfe"'))
    names = [line.split(b' "/" ')[1] for line in ok(imap.list())]
    assert {b"INBOX", b"Projects", b"Projects/Harbour", b"Entw&APw-rfe"} <= set(names), names
    same(ok(imap.list("Projects/", "%")), [b'(\\HasNoChildren) "/" Projects/Harbour'])
    ok(imap.subscribe("Projects/Harbour"))
    assert b'() "/" Projects/Harbour' in ok(imap.lsub()), imap.lsub()
    ok(imap.unsubscribe("Projects/Harbour"))
    ok(imap.rename("Projects/Harbour", "Projects/Port"))
    same(imap.delete("Projects/Harbour")[0], "NO")
    ok(imap.delete('"Entw&APw-rfe"'))
    same(ok(imap.namespace()), [b'(("" "/")) (("Other Users/" "/")) NIL'])
    ok(imap.append("Projects/Port", r"(\Seen $Work)", imaplib.Time2Internaldate(time.time()), MESSAGE))
    ok(imap.append("Projects/Port", None, None, REPLY))
    same(ok(imap.status("Projects/Port", "(MESSAGES UNSEEN UIDNEXT)")), [b"Projects/Port (MESSAGES 2 UNSEEN 1 UIDNEXT 3)"])


def messages(imap):
    same(ok(imap.select("Projects/Port")), [b"2"])
    same(imap.response("UIDNEXT")[1], [b"3"])
    same(ok(imap.recent()), [b"2"])
    same(ok(imap.search(None, "SUBJECT", "Greetings", "UNSEEN")), [b"2"])
    same(ok(imap.search("UTF-8", "BODY", '"Hello there"')), [b"1"])
    same(ok(imap.uid("SEARCH", "1:*")), [b"1 2"])
    same(ok(imap.sort("(REVERSE DATE)", "UTF-8", "ALL")), [b"2 1"])
    same(ok(imap.uid("SORT", "(SUBJECT)", "UTF-8", "ALL")), [b"1 2"])
    same(ok(imap.thread("REFERENCES", "UTF-8", "ALL")), [b"(1 2)"])
    same(ok(imap.fetch("1", "(BODY.PEEK[])")), [(b"1 (BODY[] {%d}" % len(MESSAGE), MESSAGE), b")"])
    same(ok(imap.fetch("2", "(RFC822.SIZE FLAGS)")), [b"2 (RFC822.SIZE %d FLAGS (\\Recent))" % len(REPLY)])
    assert b'("Alice" NIL "alice" "example.org")' in ok(imap.fetch("1", "(ENVELOPE)"))[0]
    same(ok(imap.fetch("1", "(BODYSTRUCTURE)")), [b'1 (BODYSTRUCTURE ("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 13 1 NIL NIL NIL NIL))'])
    same(ok(imap.partial("1", "RFC822", "1", "4")), [(b"1 (RFC822 {4}", b"From"), b")"])
    same(ok(imap.store("2", "+FLAGS", r"(\Flagged)")), [b"2 (FLAGS (\\Flagged \\Recent))"])
    same(ok(imap.store("2", "-FLAGS.SILENT", r"\Flagged")), [None])
    ok(imap.copy("1:2", "INBOX"))
    ok(imap.uid("COPY", "1", "Projects"))
    ok(imap.uid("MOVE", "2", "Projects"))
    same(imap.response("EXPUNGE")[1], [b"2"])
    same(ok(imap.noop()), [b"Done"])
    ok(imap.check())
    ok(imap.store("1", "+FLAGS", r"\Deleted"))
    same(ok(imap.expunge()), [b"1"])
    same(ok(imap.expunge()), [None])
    same(ok(imap.select("Projects")), [b"2"])
    ok(imap.uid("STORE", "1", "FLAGS", r"(\Deleted)"))
    ok(imap.close())
    same(ok(imap.select("Projects", readonly=True)), [b"1"])
    same(imap.store("1", "+FLAGS", r"\Seen")[0], "NO")
    ok(imap.unselect())


def rights_and_quotas(imap):
    ok(imap.setacl("Projects", "bob", "lr"))
    same(ok(imap.getacl("Projects")), [b"Projects alice lrswipkxteacd bob lr"])
    same(ok(imap.myrights("Projects")), [b"Projects lrswipkxteacd"])
    ok(imap.deleteacl("Projects", "bob"))
    ok(imap.setquota('""', "(STORAGE 512)"))
    assert ok(imap.getquota('""'))[0].startswith(b'"" (STORAGE '), imap.getquota('""')
    kind, (roots, quotas) = imap.getquotaroot("INBOX")
    same((kind, roots), ("OK", [b'INBOX ""']))
    assert quotas[0].endswith(b" 512)"), quotas
    ok(imap.setannotation("INBOX", '"/comment"', '("value.priv" "Mine")'))
    same(ok(imap.getannotation("INBOX", '"/comment"', '"value.priv"')), [b'INBOX "/comment" ("value.priv" "Mine")'])


def extras(imap):
    ok(imap.enable("CONDSTORE"))
    ok(imap.xatom("ID", 'NIL'))
    if hasattr(imap, "idle"):
        ok(imap.select("INBOX"))
        with imap.idle(duration=0.1) as idler:
            list(idler)
    imap.print_log() if imaplib.Debug else None
    same(imap.logout()[0], "BYE")


def main():
    ways_in()
    imap = imaplib.IMAP4(HOST, PORT)
    ok(imap.login("alice", "secret"))
    for part in mailboxes, messages, rights_and_quotas, extras:
        part(imap)
    print("every method was answered rightly")


if __name__ == "__main__":
    sys.exit(main())
