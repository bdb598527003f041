// Does real work with node-imap (the package imap), on the account alice that has three messages and a mailbox Archive; ends with an error where the server says something wrong.
import assert from 'node:assert';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const Imap = createRequire(process.env.NPM_CLIENTS + '/')('imap');
const imap = new Imap({
    host: 'localhost', port: Number(process.env.IMAPS_PORT), tls: true, user: 'alice', password: 'secret',
    tlsOptions: { ca: readFileSync(process.env.IMAP_CA), servername: 'localhost' }, keepalive: false
});
const call = (name, ...args) => promisify(imap[name]).call(imap, ...args);

function fetch(set, options) {
    return new Promise((resolve, reject) => {
        const messages = [];
        imap.fetch(set, options)
            .on('message', source => {
                const message = { text: '' };
                messages.push(message);
                source.on('body', stream => stream.on('data', chunk => message.text += chunk)).once('attributes', attributes => Object.assign(message, attributes));
            })
            .once('error', reject).once('end', () => resolve(messages));
    });
}

await new Promise((resolve, reject) => imap.once('ready', resolve).once('error', reject).connect());
assert.deepStrictEqual(Object.keys(await call('getBoxes')).sort(), ['Archive', 'INBOX']);
const box = await call('openBox', 'INBOX', false);
assert.strictEqual(box.messages.total, 3);
const messages = await fetch('1:*', { bodies: '', struct: true, envelope: true, size: true });
assert.deepStrictEqual(messages.map(message => `${message.uid} ${message.envelope.subject} ${message.size === message.text.length}`), ['1 one true', '2 two true', '3 three true']);
assert(messages.every(message => message.struct[0].type === 'text'));
assert.match((await fetch(2, { bodies: ['HEADER.FIELDS (SUBJECT)', 'TEXT'] }))[0].text, /Subject: two[^]*Text of two/);

assert.deepStrictEqual(await call('search', ['UNSEEN', ['SUBJECT', 'two']]), [2]);
await call('addFlags', 1, ['\\Flagged']);
await call('addKeywords', 1, ['Work']);
await call('move', 2, 'Archive');
const news = new Promise(resolve => imap.once('mail', resolve));
await call('append', 'Subject: written\r\n\r\nHello\r\n', { mailbox: 'INBOX', flags: ['\\Seen'], date: new Date(2026, 0, 15) });
await call('addBox', 'Archive/Grüße');
assert.strictEqual(await news, 1);
assert.strictEqual((await call('status', 'Archive')).messages.total, 1);
await call('addFlags', 3, ['\\Deleted']);
const gone = new Promise(resolve => imap.once('expunge', resolve));
await call('expunge');
assert.strictEqual(await gone, 2);
await new Promise(resolve => { imap.once('close', resolve); imap.end(); });
