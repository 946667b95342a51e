import http from 'node:http';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import { readBytes } from '../files/files-below.ts';

/** Milliseconds for one wheel. */
const PATIENCE = 120_000;

/**
 * The bytes at the address of a wheel: one of the web, or a file of this machine.
 * @returns why there are none, as a text
 */
export async function fetchWheel(url: string): Promise<Uint8Array | string> {
  try {
    if (url.startsWith('file:')) return new Uint8Array(readBytes(fileURLToPath(url)));
    useSettingsOfMachine();
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : `HTTP ${response.status}`;
  } catch (error) {
    // `fetch` names the reason in the cause.
    const { cause = error } = error as Error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}

let isReady = false;

/** The proxy and the certificates of this machine, as uv uses them. */
function useSettingsOfMachine(): void {
  if (isReady) return;
  isReady = true;
  // Both are in Node 24.
  http.setGlobalProxyFromEnv?.();
  tls.setDefaultCACertificates?.([
    ...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')]),
  ]);
}
