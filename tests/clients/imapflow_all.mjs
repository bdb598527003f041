// Does real work with imapflow, on the account alice that has three messages and a mailbox Archive; ends with an error where the server says something wrong.
import assert from 'node:assert';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const { ImapFlow } = createRequire(process.env.NPM_CLIENTS + '/')('imapflow');

async function open() {
    const client = new ImapFlow({
        host: 'localhost', port: Number(process.env.IMAP_PORT), secure: false, auth: { user: 'alice', pass: 'secret' },
        logger: false, qresync: true, disableAutoIdle: true, tls: { ca: readFileSync(process.env.IMAP_CA) }
    });
    await client.connect();
    assert(client.secureConnection && client.enabled.has('QRESYNC'));
    return client;
}

async function readAll(client) {
    const messages = [];
    for await (const message of client.fetch('1:*', { uid: true, flags: true, envelope: true, bodyStructure: true, source: true, internalDate: true }))
        messages.push(message);
    return messages;
}

const client = await open();
assert.deepStrictEqual((await client.list({ statusQuery: { messages: true } })).map(box => `${box.path} ${box.status.messages}`).sort(), ['Archive 0', 'INBOX 3']);
const inbox = await client.mailboxOpen('INBOX');
const { highestModseq: changedSince, uidValidity } = inbox;
const messages = await readAll(client);
assert.deepStrictEqual(messages.map(message => `${message.uid} ${message.envelope.subject}`), ['1 one', '2 two', '3 three']);
for (const message of messages) {
    assert(message.source.toString().includes(`Text of ${message.envelope.subject}`));
    const { content } = await client.download(String(message.uid), '1', { uid: true });
    let text = '';
    for await (const chunk of content)
        text += chunk;
    assert.strictEqual(text.trim(), `Text of ${message.envelope.subject}`);
}

assert.deepStrictEqual(await client.search({ subject: 'two' }, { uid: true }), [2]);
assert(await client.messageFlagsAdd('1', ['\\Flagged', 'Work'], { uid: true }));
const moved = await client.messageMove('2', 'Archive', { uid: true });
assert.strictEqual(moved.uidMap.get(2), 1);
const appended = await client.append('Archive', 'Subject: written\r\n\r\nGrüße\r\n', ['\\Seen'], new Date('2026-01-05T10:00:00Z'));
assert.strictEqual(appended.uid, 2);
await client.mailboxCreate(['Archive', 'Grüße']);
assert.deepStrictEqual((await client.status('Archive', { messages: true, unseen: true })), { path: 'Archive', messages: 2, unseen: 1 });
assert(inbox.highestModseq > changedSince);
await client.logout();

// What another session did meanwhile is learnt from the first mod-sequence.
const second = await open();
const news = [];
second.on('expunge', gone => news.push(`vanished ${gone.uid}`));
second.on('flags', changed => news.push(`changed ${changed.uid}`));
await second.mailboxOpen('INBOX', { changedSince, uidValidity });
for await (const changed of second.fetch('1:*', { uid: true, flags: true }, { changedSince }))
    news.push(`fetched ${changed.uid} ${[...changed.flags].sort().join(' ')}`);
assert(news.includes('fetched 1 Work \\Flagged'), news.join(', '));
assert(news.includes('vanished 2'), news.join(', '));
assert(await second.messageDelete('3', { uid: true }));
await second.logout();
