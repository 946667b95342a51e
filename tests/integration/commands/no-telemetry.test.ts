import { cp, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { SOUND } from '../../fixtures/problem-project.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

const PROJECT = process.cwd();

/** Variables of a user with an empty home, who has not spoken about telemetry. `CI` would hide the notice. */
function newcomer(home: string): NodeJS.ProcessEnv {
  const { ASTRO_TELEMETRY_DISABLED, TELEMETRY_DISABLED, XDG_CONFIG_HOME, CI, ...env } = process.env;
  return { ...env, HOME: home, NO_COLOR: '1' };
}

/** The settings that Astro keeps in a home. It makes the `anonymousId` when it first sends something. */
async function keptIn(home: string): Promise<string> {
  return readFile(join(home, '.config/astro/config.json'), 'utf8').catch(() => 'nothing');
}

/** A project with this project's own machinery, and one article. */
async function project(): Promise<string> {
  const root = await temporaryFolder(SOUND);
  for (const path of ['package.json', 'package-lock.json', 'tsconfig.json', 'astro.config.mjs', 'scripts', 'src'])
    await cp(join(PROJECT, path), join(root, path), { recursive: true });
  await symlink(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  return root;
}
