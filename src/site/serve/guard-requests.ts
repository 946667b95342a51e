import type { ServerResponse } from 'node:http';
import type { Connect } from 'vite';

/** Starts a program of this machine for whoever asks. Pages show where a problem is, so nothing needs it. */
const OPENS_EDITOR = '/__open-in-editor';

/**
 * Refuses requests before they reach Vite, Astro or a page: an address that is none, and one that starts an
 * editor.
 */
export function guardRequests(
  { url = '' }: Connect.IncomingMessage,
  response: ServerResponse,
  next: Connect.NextFunction,
): void {
  const path = pathOf(url);
  if (path === undefined) refuseRequest(response, 400, 'This is not the address of a page.');
  else if (path.includes('\0') || path.split(/[\\/]/).includes('..'))
    refuseRequest(response, 400, 'An address has no "..".');
  else if (path.replaceAll(/\/+/g, '/').startsWith(OPENS_EDITOR))
    refuseRequest(response, 403, 'This server opens no editor.');
  else next();
}

/** The decoded path of an address; undefined if there is none. */
export function pathOf(url: string): string | undefined {
  try {
    return url.startsWith('/') ? decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '') : undefined;
  } catch {
    return undefined;
  }
}

function refuseRequest(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}
