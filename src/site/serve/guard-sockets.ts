import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ViteDevServer, WebSocket } from 'vite';
import { z } from 'zod';

/** What the scripts of a page may send: no message is longer. */
const MAX_MESSAGE_BYTES = 10_000;

/** The event in which a page says which page it is. */
export const OPEN_PAGE = 'verbatim:open-page';

const path = z.string().max(1000).startsWith('/');

/** Every event that the server listens to, with its data. */
const EVENT = z.discriminatedUnion('event', [
  z.strictObject({
    type: z.literal('custom'),
    event: z.literal(OPEN_PAGE),
    data: z.strictObject({ page: path }),
  }),
  z.strictObject({
    type: z.literal('custom'),
    event: z.literal('vite:invalidate'),
    data: z.strictObject({ path, message: z.string().optional(), firstInvalidatedBy: path.optional() }),
  }),
]);

/** What pages send: an event, or the sign that they are there, which Vite's script sends twice a minute. */
const MESSAGE = z.union([EVENT, z.strictObject({ type: z.literal('ping') })]);

/**
 * Guards the sockets of a dev server: Vite asks only browsers for its token, and a message that it does not
 * expect ends the process. Here, each socket needs the token, and each message has a form.
 */
export function guardSockets({ httpServer, ws, config }: ViteDevServer): void {
  httpServer?.prependListener('upgrade', (request: IncomingMessage, socket: Duplex) => {
    // Nobody else listens to the errors of a socket that no one takes.
    socket.on('error', () => socket.destroy());
    const isPing = request.headers['sec-websocket-protocol'] === 'vite-ping';
    if (isPing) answerPing(request, socket);
    else if (!mayConnect(request, config.webSocketToken)) refuse(socket);
    else return;
    // Vite takes only sockets of its own protocol, and only if it can read their address.
    request.headers['sec-websocket-protocol'] = 'refused';
    request.url = '/';
  });
  ws.on('connection', guardMessages);
}

/** Whether a page of this server sends a request: it knows the token, and names no other site. */
function mayConnect({ url = '', headers: { host = '', origin } }: IncomingMessage, token: string): boolean {
  const address = URL.parse(url, 'http://localhost');
  const given = Buffer.from(address?.searchParams.get('token') ?? '');
  const isKnown = given.length === token.length && timingSafeEqual(given, Buffer.from(token));
  const isOwn = origin === undefined || URL.parse(origin)?.host === host;
  return url.startsWith('/') && address?.host === 'localhost' && isKnown && isOwn;
}

function refuse(socket: Duplex): void {
  const text = 'This address needs the token of the dev server.\n';
  const head = ['HTTP/1.1 403 Forbidden', 'Content-Type: text/plain', `Content-Length: ${text.length}`];
  socket.end(`${[...head, 'Connection: close'].join('\r\n')}\r\n\r\n${text}`);
}

/** A page whose server has stopped asks in this way whether it is back. It sends and receives nothing. */
function answerPing({ headers }: IncomingMessage, socket: Duplex): void {
  // https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
  const key = `${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const head = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${hash('sha1', key, 'base64')}`,
    'Sec-WebSocket-Protocol: vite-ping',
  ];
  const normalClosure = Buffer.from([0x88, 2, 0x03, 0xe8]);
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), normalClosure]));
}

/** Lets only messages through that have a known form. A socket that sends another one is closed. */
function guardMessages(socket: WebSocket): void {
  const listeners = socket.listeners('message') as ((raw: Buffer, isBinary: boolean) => void)[];
  socket.removeAllListeners('message');
  socket.on('message', (raw: Buffer, isBinary: boolean) => {
    if (!isBinary && isExpected(raw)) for (const listener of listeners) listener.call(socket, raw, isBinary);
    else socket.close(1008, 'The dev server does not know this message.');
  });
}

function isExpected(raw: Buffer): boolean {
  if (raw.length > MAX_MESSAGE_BYTES) return false;
  try {
    return MESSAGE.safeParse(JSON.parse(raw.toString('utf8'))).success;
  } catch {
    return false;
  }
}
