import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { appendFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemSettings } from '../../../src/runner/sandbox/etc-snapshot.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

const ORIGINALS = {
  passwd: 'root:x:0:0\n',
  shadow: 'secret',
  'ssl/openssl.cnf': '# none\n',
  'ssl/certs/one.pem': 'public',
  'ssl/private/key.pem': 'secret',
  'machine-id': 'secret',
};

test('what is copied of the settings is what was named, and no key; links stay links', async () => {
  const [source, state] = [await temporaryFolder(ORIGINALS), await temporaryFolder()];
  await symlink('/usr/share/zoneinfo/Etc/UTC', join(source, 'localtime'));
  const folder = await systemSettings(state, source);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    entry => !entry.isDirectory(),
  );
  expect(
    entries.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort(),
  ).toEqual(['localtime', 'passwd', 'ssl/certs/one.pem', 'ssl/openssl.cnf']);
  expect(readFileSync(join(folder, 'passwd'), 'utf8')).toBe('root:x:0:0\n');
  expect(readlinkSync(join(folder, 'localtime'))).toBe('/usr/share/zoneinfo/Etc/UTC');
});

test('they are copied once for each state, also by two at the same time', async () => {
  const [source, state] = [await temporaryFolder(ORIGINALS), await temporaryFolder()];
  const [first, second] = await Promise.all([systemSettings(state, source), systemSettings(state, source)]);
  expect(second).toBe(first);
  await appendFile(join(source, 'ssl', 'certs', 'one.pem'), ', and newer');
  const newer = await systemSettings(state, source);
  expect(newer).not.toBe(first);
  expect(readFileSync(join(newer, 'ssl', 'certs', 'one.pem'), 'utf8')).toBe('public, and newer');
  expect(readdirSync(state).length).toBe(2);
  // A run that began with the older one still sees it.
  expect(existsSync(first)).toBe(true);
});
