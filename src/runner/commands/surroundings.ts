import { hostname } from 'node:os';
import type { Surroundings } from '../../core/verdict/surroundings/surroundings.ts';
import { userEntry, userHome } from '../files/user-home.ts';

/** Does something, and reports when and where it was done. */
export async function withSurroundings<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly surroundings: Surroundings }> {
  const from = new Date();
  const value = await work();
  // Some containers have no name and no home for their user.
  const [user, home] = [userEntry()?.username ?? '', userHome() ?? ''];
  return { value, surroundings: { from, to: new Date(), user, host: hostname(), home } };
}
