"""Does one of the works with Python's imaplib, and prints one line of JSON.

Arguments: work host port certificate user password mailbox set warm-up rounds
"""
import imaplib
import json
import resource
import ssl
import sys
import time

work, host, port, certificate, user, password, mailbox, messages, warm_up, *_ = sys.argv[1:]
kind = work.split("-")[0]
SUMMARY = "(UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)"
imaplib._MAXLINE = 100_000_000  # a million hits are one line


def connect():
    if kind == "W9" or work.endswith("-tls"):
        return imaplib.IMAP4_SSL(host, int(port), ssl_context=ssl.create_default_context(cafile=certificate))
    return imaplib.IMAP4(host, int(port))


def numbers(of):
    first, last = of.split(":")
    return range(int(first), int(last) + 1)


def fetch(imap, of, items):
    kept = imap.uid("FETCH", of, items)[1]
    return sum(len(line) if isinstance(line, bytes) else sum(map(len, line)) for line in kept), kept


def small(imap, of):
    for number in numbers(of):
        if number % 3 == 0:
            imap.uid("STORE", str(number), "+FLAGS.SILENT", r"(\Seen)")
        elif number % 3 == 1:
            imap.noop()
        else:
            imap.status("INBOX", "(MESSAGES UIDNEXT UIDVALIDITY UNSEEN)")
    return len(numbers(of)), None


def append(imap, of):
    content = b"From: Anna <anna@example.org>\r\nSubject: ten kilobytes\r\n\r\n" + (b"A" * 76 + b"\r\n") * 130
    for _ in numbers(of):
        imap.append("INBOX", None, None, content)
    return len(numbers(of)), None


def search(imap, of):
    hits = imap.uid("SEARCH", of)[1][0].split()
    return len(hits), hits


def list_all(imap, of):
    imap.untagged_responses.clear()
    kept = imap._simple_command("LIST", '""', f"{of}/*", "RETURN", "(STATUS (MESSAGES UIDNEXT UIDVALIDITY UNSEEN))")
    return sum(map(len, imap.untagged_responses.get("STATUS", []))), kept


def first_envelope(_, of):
    imap = connect()
    imap.login(user, password)
    imap.select(mailbox)
    octets, _ = fetch(imap, of, "(UID ENVELOPE)")
    imap.shutdown()
    return octets, None


WORKS = {
    "W1a": lambda imap, of: fetch(imap, of, SUMMARY),
    "W2": lambda imap, of: fetch(imap, of, "(FLAGS)"),
    "W3": lambda imap, of: fetch(imap, of, "(UID BODY.PEEK[])"),
    "W4": lambda imap, of: fetch(imap, of, "(UID BODY.PEEK[])"),
    "W5s": small,
    "W6s": append,
    "W7": list_all,
    "W9": first_envelope,
    "W10c": search,
}

run = WORKS[kind]
session = None
if kind != "W9":
    session = connect()
    session.login(user, password)
    session.select(mailbox)
run(session, warm_up)
cpu = time.process_time()
start = time.perf_counter()
check, kept_until_here = run(session, messages)
wall = time.perf_counter() - start
cpu = time.process_time() - cpu
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"wallMs": wall * 1000, "cpuMs": cpu * 1000, "allocated": -1, "peakRss": peak, "check": check}))
