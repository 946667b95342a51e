import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '../../../../src/runner/files/files-below.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

test('files are listed by path, hidden ones too, and links are not followed', async () => {
  const root = await temporaryFolder({ 'a/b/c.py': '', 'a/.hidden': '', 'a-b': '', 'outside/x.py': '' });
  await symlink(join(root, 'outside'), join(root, 'a/linked'));
  expect(filesBelow(join(root, 'a'))).toEqual([
    { path: '.hidden', isFile: true, isLink: false },
    { path: 'b/c.py', isFile: true, isLink: false },
    { path: 'linked', isFile: false, isLink: true },
  ]);
});

test('a folder that is not there is an error', async () => {
  expect(() => filesBelow('/nowhere')).toThrow('ENOENT');
});
