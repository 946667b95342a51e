import { createHash } from 'node:crypto';

/**
 * Parts → their SHA-256, in hexadecimal. The lengths of the parts are hashed too: two lists of parts differ
 * even if their parts, put together, are one text.
 */
export function fingerprint(parts: readonly (string | Uint8Array)[]): string {
  const bytes = parts.map(part => (typeof part === 'string' ? Buffer.from(part) : part));
  const digest = createHash('sha256').update(`${bytes.map(({ length }) => length).join(' ')}\n`);
  for (const each of bytes) digest.update(each);
  return digest.digest('hex');
}
