import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DevServer, startDevServer } from '../../../scripts/bench/dev-server.ts';
import { frame, handshake, sendRaw } from '../../fixtures/raw-socket.ts';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';
import { recordAttack } from '../../fixtures/attacks.ts';

const custom = (event: unknown, data: unknown): string => JSON.stringify({ type: 'custom', event, data });
const open = (page: unknown): string => custom('verbatim:open-page', { page });

/** Messages that no page sends. */
const MESSAGES: readonly (readonly [name: string, payload: string | Buffer, opcode?: number])[] = [
  ['nothing', ''],
  ['no JSON', '{"type":'],
  ['null', 'null'],
  ['a number', '1'],
  ['an empty object', '{}'],
  ['an array', '[]'],
  ['a prototype', '{"__proto__":{"type":"custom"},"constructor":{"prototype":{}}}'],
  ['a page without data', custom('verbatim:open-page', null)],
  ['a page that is undefined', '{"type":"custom","event":"verbatim:open-page"}'],
  ['a page that is a text', custom('verbatim:open-page', 'x')],
  ['a page that is a number', open(1)],
  ['a page that is an object', open({ toString: 1 })],
  ['a page that is an array', open(['/advanced/good/'])],
  ['a page outside of the site', open('advanced/good/')],
  ['a page with more to say', custom('verbatim:open-page', { page: '/', __proto__x: 1 })],
  ['a very long page', open(`/${'a'.repeat(5000)}/`)],
  ['an event that nobody knows', custom('unknown:event', {})],
  ['an event that is an object', custom({}, {})],
  ['an event named after a prototype', custom('__proto__', {})],
  ['a call of the module runner without data', custom('vite:invoke', null)],
  [
    'a call of the module runner',
    custom('vite:invoke', { id: 'send:1', name: 'fetchModule', data: ['/etc/passwd'] }),
  ],
  ['an invalidation without data', custom('vite:invalidate', null)],
  ['an invalidation of a number', custom('vite:invalidate', { path: 1 })],
  ['a log of nothing', custom('vite:forward-console', null)],
  ['a disconnection', custom('vite:client:disconnect', null)],
  ['bytes', Buffer.from([0, 255, 254, 1]), 2],
  ['bytes that are no text', Buffer.from([0xff, 0xfe])],
  ['a million brackets', '['.repeat(1_000_000)],
  ['eight megabytes', Buffer.alloc(8_000_000, 0x61)],
  ['a frame of an unknown kind', 'x', 5],
];

/** Messages with the form of a page's, about pages that do not exist. */
const STRANGE_PAGES = [
  '/../../etc/passwd/',
  '/examples/../../../etc/',
  '/examples/__proto__/',
  '/examples/constructor/',
  '/content/../x/',
  '/%2e%2e/%2e%2e/etc/',
  '/%',
  '/\u0000/',
  '/'.repeat(900),
];

describe('the dev server', () => {
  let site: SiteCopy;
  let server: DevServer;
  let token: string;
  const status = async (path: string, init?: RequestInit): Promise<number> =>
    (await fetch(new URL(path, server.origin), init)).status;
  const isAlive = async (): Promise<void> => {
    const response = await fetch(new URL('/advanced/good/', server.origin));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('A good page');
  };
  const connected = async (): Promise<NonNullable<Awaited<ReturnType<typeof handshake>>['socket']>> => {
    const { status: code, socket } = await handshake(server.origin, `/?token=${token}`);
    if (socket === undefined) throw new Error(`The server answered ${code}`);
    socket.on('error', () => socket.destroy());
    return socket;
  };

  beforeAll(async () => {
    site = await copySite('tests/fixtures/site');
    await writeFile(join(site.root, '.env'), 'SECRET=1\n');
    server = await startDevServer(site.root, 4760);
    await isAlive();
    const client = await (await fetch(new URL('/@vite/client', server.origin))).text();
    token = /wsToken = "([^"]+)"/.exec(client)?.[1] ?? '';
    expect(token).toMatch(/^[\w-]{12}$/);
  });
  afterAll(async () => {
    const code = await server.stop();
    await site.remove();
    expect(code).toBe(0);
  });

  test('takes no socket without its token, from another site, or with a broken address', async () => {
    const { host, port } = new URL(server.origin);
    const own = { Origin: server.origin };
    const attempts: Readonly<Record<string, Promise<{ readonly status: number }>>> = {
      'no token': handshake(server.origin, '/'),
      'no token, own origin': handshake(server.origin, '/', own),
      'empty token': handshake(server.origin, '/?token='),
      'wrong token': handshake(server.origin, '/?token=AAAAAAAAAAAA'),
      'longer token': handshake(server.origin, `/?token=${token}A`),
      'token, other origin': handshake(server.origin, `/?token=${token}`, { Origin: 'https://evil.example' }),
      'token, origin null': handshake(server.origin, `/?token=${token}`, { Origin: 'null' }),
      'token, other port': handshake(server.origin, `/?token=${token}`, {
        Origin: `http://localhost:${Number(port) + 1}`,
      }),
      'token, other host': handshake(server.origin, `/?token=${token}`, { Host: 'evil.example' }),
      'token, host and origin of another': handshake(server.origin, `/?token=${token}`, {
        Host: 'evil.example',
        Origin: 'http://evil.example',
      }),
      'other protocol': handshake(server.origin, '/', { 'Sec-WebSocket-Protocol': 'x' }),
      'an address that is none': handshake(server.origin, ':bad'),
      'a port that is none': handshake(server.origin, ':99999999/?token=x'),
      'the address of another host': handshake(server.origin, `//evil.example/?token=${token}`),
    };
    const refused: string[] = [];
    for (const [name, attempt] of Object.entries(attempts)) {
      const { status: code } = await attempt;
      if (code === 101) refused.push(name);
    }
    expect(refused).toEqual([]);
    expect((await handshake(server.origin, `/?token=${token}`, { Host: host })).status).toBe(101);
    expect((await handshake(server.origin, `/?token=${token}`, own)).status).toBe(101);
    await isAlive();
  });

  test('answers whether it is there, and takes no message on that socket', async () => {
    const { status: code, socket } = await handshake(server.origin, '/', {
      'Sec-WebSocket-Protocol': 'vite-ping',
    });
    expect(code).toBe(101);
    socket?.on('error', () => undefined);
    socket?.write(frame(open('/advanced/good/')));
    socket?.write(Buffer.from([0xff, 0xff, 0xff]));
    await new Promise<void>((resolve, reject) => {
      const client = new WebSocket(`${server.origin.replace('http', 'ws')}/`, 'vite-ping');
      client.addEventListener('open', () => resolve());
      client.addEventListener('error', () => reject(new Error('The ping was refused')));
    });
    await isAlive();
  });

  test.for(MESSAGES)('closes a socket that sends %s', async ([name, payload, opcode], { task }) => {
    const socket = await connected();
    const closed = new Promise<void>(resolve => {
      socket.on('data', (data: Buffer) => {
        // A frame that closes, or the end of the connection.
        if (data.includes(0x88)) resolve();
      });
      socket.on('close', resolve);
      socket.on('end', resolve);
    });
    socket.write(frame(payload, opcode));
    await closed;
    recordAttack(task, {
      against: 'server',
      tried: `a socket sends ${name}`,
      refused: 'the socket is closed',
    });
    socket.destroy();
    await isAlive();
  });

  test('keeps a socket that sends what pages send', async () => {
    const socket = await connected();
    let isClosed = false;
    socket.on('data', (data: Buffer) => {
      isClosed ||= data[0] === 0x88;
    });
    socket.on('close', () => {
      isClosed = true;
    });
    socket.write(frame('{"type":"ping"}'));
    socket.write(frame(open('/advanced/good/')));
    socket.write(
      frame(custom('vite:invalidate', { path: '/src/client/dev.ts', firstInvalidatedBy: '/a.ts' })),
    );
    await sleep(500);
    expect(isClosed).toBe(false);
    socket.destroy();
  });

  test('survives pages that do not exist, and sockets that are torn', async () => {
    const socket = await connected();
    for (const page of STRANGE_PAGES) socket.write(frame(open(page)));
    socket.write(frame(open('/advanced/good/')));
    await sleep(300);
    socket.destroy();
    for (const cut of [1, 3, 7]) {
      const torn = await connected();
      torn.write(frame(open('/advanced/good/')).subarray(0, cut));
      torn.destroy();
    }
    const half = await connected();
    half.end();
    await isAlive();
  });

  test('survives two hundred sockets at once', async () => {
    const sockets = await Promise.all(Array.from({ length: 200 }, connected));
    for (const socket of sockets) socket.write(frame(open('/advanced/good/')));
    for (const socket of sockets) socket.destroy();
    await Promise.all(Array.from({ length: 200 }, () => handshake(server.origin, '/')));
    await isAlive();
  });

  test('survives bytes that are no request', async () => {
    const host = `Host: ${new URL(server.origin).host}`;
    const requests = [
      'x',
      '\0\0\0\0',
      'GET / HTTP/9.9\r\n\r\n',
      'GET',
      `GET :bad HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
      `GET http://evil.example/ HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
      `OPTIONS * HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
      `TRACE / HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
      `CONNECT evil.example:80 HTTP/1.1\r\n${host}\r\n\r\n`,
      `POST /advanced/good/ HTTP/1.1\r\n${host}\r\nContent-Length: 10\r\nConnection: close\r\n\r\nx`,
      `GET / HTTP/1.1\r\n${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
      `GET / HTTP/1.1\r\n${host}\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n`,
      `GET / HTTP/1.1\r\n${host}\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`,
      `GET /${'a'.repeat(15_000)}/ HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
    ];
    await Promise.all(requests.map(bytes => sendRaw(server.origin, bytes)));
    await isAlive();
  });

  test.for([
    '/%',
    '/%E0%A4%A/',
    '/%00/',
    '/..%2f..%2fetc%2fpasswd',
    '/@fs/etc/passwd',
    '/@fs/etc/passwd?raw',
    '/@fs/etc/passwd?raw??',
    '/@fs/etc/passwd?url&raw',
    '/@fs/etc/passwd?import&raw',
    '/@fs//etc/passwd?inline',
    '/@fs/etc/passwd?.svg?.wasm?init',
    '/@id/etc/passwd?raw',
    '/@id/__x00__/etc/passwd?raw',
    '/.env',
    '/.env?raw',
    '/__open-in-editor?file=/etc/passwd',
    '//__open-in-editor?file=/etc/passwd',
    '/_image?href=/etc/passwd&f=svg',
    '/_image?href=file:///etc/passwd',
  ])('shows nothing of this machine at %s', async (path, { task }) => {
    const answer = await sendRaw(
      server.origin,
      `GET ${path} HTTP/1.1\r\nHost: ${new URL(server.origin).host}\r\nAccept: */*\r\nConnection: close\r\n\r\n`,
    );
    recordAttack(task, { against: 'server', tried: `GET ${path}`, refused: answer.split('\r\n')[0] ?? '' });
    expect(answer).not.toMatch(/root:x:|SECRET=1/);
    expect(answer).toMatch(/^HTTP\/1\.1 [45]\d\d /);
    await isAlive();
  });

  test('shows nothing to a page of another host, or of another site', async () => {
    const rebound = await sendRaw(
      server.origin,
      'GET /advanced/good/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    );
    expect(rebound).toMatch(/^HTTP\/1\.1 403 /);
    const foreign = {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'no-cors',
      Origin: 'https://evil.example',
    };
    expect(await status('/advanced/good/', { headers: foreign })).toBe(403);
    const { headers } = await fetch(new URL('/advanced/good/', server.origin), {
      headers: { Origin: 'https://evil.example' },
    });
    expect(headers.get('access-control-allow-origin')).not.toBe('*');
    expect(headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
  });
});
