// Does one of the works with imapflow, and prints one line of JSON.
// Arguments: work host port certificate user password mailbox set warm-up rounds
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const { ImapFlow } = createRequire(process.env.IMAPFLOW_FOLDER + '/')('imapflow');
const [work, host, port, certificate, user, pass, mailbox, set, warmUp] = process.argv.slice(2);
const kind = work.split('-')[0];
const secure = kind === 'W9' || work.endsWith('-tls');

async function connect() {
    const client = new ImapFlow({
        host, port: Number(port), secure, auth: { user, pass }, logger: false, disableCompression: !work.endsWith('-deflate'), disableAutoIdle: true,
        doSTARTTLS: secure ? undefined : false, tls: { ca: secure ? readFileSync(certificate) : undefined }
    });
    await client.connect();
    await client.mailboxOpen(mailbox);
    return client;
}

function numbers(of) {
    const [first, last] = of.split(':').map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

async function fetchAll(client, of, query) {
    const kept = [];
    for await (const message of client.fetch(of, query, { uid: true }))
        kept.push(message);
    return [kept.length, kept];
}

async function bodies(client, of) {
    let octets = 0;
    for await (const message of client.fetch(of, { source: true }, { uid: true }))
        octets += message.source.length;
    return [octets];
}

async function one(client, of) {
    let octets = 0;
    const { content } = await client.download(of, undefined, { uid: true });
    for await (const chunk of content)
        octets += chunk.length;
    return [octets];
}

function small(client, number) {
    if (number % 3 === 0)
        return client.messageFlagsAdd(String(number), ['\\Seen'], { uid: true, silent: true });
    if (number % 3 === 1)
        return client.noop();
    return client.status('INBOX', { messages: true, uidNext: true, uidValidity: true, unseen: true });
}

async function oneByOne(of, send) {
    for (const number of numbers(of))
        await send(number);
    return [numbers(of).length];
}

async function together(of, send) {
    await Promise.all(numbers(of).map(send));
    return [numbers(of).length];
}

const content = Buffer.from('From: Anna <anna@example.org>\r\nSubject: ten kilobytes\r\n\r\n' + ('A'.repeat(76) + '\r\n').repeat(130));
const works = {
    W1c: (client, of) => fetchAll(client, of, { uid: true, flags: true, internalDate: true, size: true, envelope: true, bodyStructure: true }),
    W2: (client, of) => fetchAll(client, of, { uid: true, flags: true }),
    W3: bodies,
    W4: one,
    W5s: (client, of) => oneByOne(of, number => small(client, number)),
    W5t: (client, of) => together(of, number => small(client, number)),
    W6s: (client, of) => oneByOne(of, () => client.append('INBOX', content)),
    W9: async (_, of) => {
        const client = await connect();
        const message = await client.fetchOne(of, { envelope: true }, { uid: true });
        client.close();
        return [message.envelope.subject.length];
    },
    W10c: async (client) => {
        const hits = await client.search({ all: true }, { uid: true });
        return [hits.length, hits];
    }
};

const client = kind === 'W9' ? null : await connect();
await works[kind](client, warmUp);
const before = process.cpuUsage();
const start = process.hrtime.bigint();
const result = await works[kind](client, set);
const wall = Number(process.hrtime.bigint() - start) / 1e6;
const cpu = process.cpuUsage(before);
console.log(JSON.stringify({
    wallMs: wall, cpuMs: (cpu.user + cpu.system) / 1000, allocated: -1, peakRss: process.resourceUsage().maxRSS * 1024, check: result[0]
}));
process.exit(0);
