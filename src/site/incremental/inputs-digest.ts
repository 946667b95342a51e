import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { ifExists } from '../../runner/files/if-exists.ts';

/** Digest of what everything on the site depends on besides articles and examples: all sources of the site, the packages, the settings. */
export function siteIdentity(root: string, environment: NodeJS.ProcessEnv): string {
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
  const files = [
    ...sources.sort(),
    ...['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'].map(name =>
      join(root, name),
    ),
  ];
  return fingerprint([
    process.version,
    environment.SITE_URL ?? '',
    environment.ADVERTISEMENTS ?? '',
    ...files.flatMap(file => [file.slice(root.length), bytesOf(file)]),
  ]);
}

/** Digest of what decides how a source is highlighted: the packages, and the files that use them. */
export function highlighterIdentity(root: string): string {
  return fingerprint(
    ['package-lock.json', 'src/site/highlight/highlighter.ts', 'src/site/highlight/combined-theme.ts'].map(
      name => bytesOf(join(root, name)),
    ),
  );
}

/** What is not there is something too: a project without a lockfile is another than one with an empty one. */
function bytesOf(file: string): Buffer {
  return ifExists(() => readFileSync(file)) ?? Buffer.from('none');
}
