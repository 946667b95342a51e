import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { userCache } from '../../../src/runner/files/user-cache.ts';
import { bootstrapClone, hello, markInstalled } from '../../fixtures/bootstrap.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

let site: SiteCopy;
beforeAll(async () => {
  site = await copySite('tests/fixtures/site');
});
afterAll(() => site.remove());

/** The environment of somebody whose home is new: nobody has answered Astro's question there. */
async function newcomer(): Promise<{ home: string; env: Record<string, string> }> {
  const home = await temporaryFolder();
  const { path } = await interpreter();
  const kept = { PYTHON: path, XDG_CACHE_HOME: dirname(userCache().path), NO_COLOR: '1' };
  const unset = { ASTRO_TELEMETRY_DISABLED: '', TELEMETRY_DISABLED: '', CI: '' };
  return { home, env: { ...kept, ...unset, HOME: home, XDG_CONFIG_HOME: join(home, 'config') } };
}

/** What Astro has written about itself in a home. */
async function writtenByAstro(home: string): Promise<string> {
  const files = await glob('**/astro/**', { cwd: home, dot: true, absolute: true });
  return (await Promise.all(files.map(file => readFile(file, 'utf8')))).join('\n');
}

const astro = (words: readonly string[], env: Record<string, string>): Promise<{ exitCode?: number }> =>
  execa(process.execPath, ['node_modules/astro/bin/astro.mjs', ...words], {
    cwd: site.root,
    reject: false,
    stdin: 'ignore',
    env,
  });

describe('Astro sends nothing about this machine', () => {
  // Before Astro reads a configuration, it writes into the home that it has asked. It makes an id to send.
  test.for([
    ['a build, which ours refuses', ['build'], {}],
    ['a configuration that cannot be read', ['build'], { SITE_URL: 'nonsense' }],
  ] as const)('if it is started directly: %s', async ([, words, more]) => {
    const { home, env } = await newcomer();
    const { exitCode } = await astro(words, { ...env, ...more });
    expect(exitCode).toBe(1);
    expect(await writtenByAstro(home)).toMatch(/notifiedAt/);
    expect(await writtenByAstro(home)).not.toMatch(/anonymousId/);
  });

  test('through the first step of each command: what it starts finds both answers', async () => {
    const root = await bootstrapClone();
    await markInstalled(root);
    const words = ['ASTRO_TELEMETRY_DISABLED', 'ASTRO_DISABLE_UPDATE_CHECK'];
    const env = Object.fromEntries(words.map(word => [word, '']));
    expect(await hello(root, { words, env })).toEqual([0, 'hello 1 true']);
  });
});
