"""Reads one envelope with Python's imaplib, and then stays until its input ends, to be looked at.

Arguments: host port certificate user password mailbox
"""
import imaplib
import ssl
import sys

host, port, certificate, user, password, mailbox = sys.argv[1:]
imap = imaplib.IMAP4_SSL(host, int(port), ssl_context=ssl.create_default_context(cafile=certificate))
imap.login(user, password)
imap.select(mailbox)
print(imap.uid("FETCH", "1", "(ENVELOPE)")[1][0], flush=True)
sys.stdin.read()
