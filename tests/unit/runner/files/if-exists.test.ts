import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ifExists } from '../../../../src/runner/files/if-exists.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

test('what is not there is undefined; another failure is an error, unless it means the same', async () => {
  const root = await temporaryFolder({ file: 'text' });
  const read = (path: string) => (): string => readFileSync(join(root, path), 'utf8');
  expect([ifExists(read('file')), ifExists(read('other'))]).toEqual(['text', undefined]);
  expect(() => ifExists(read('file/below'))).toThrow('ENOTDIR');
  expect(ifExists(read('file/below'), ['ENOTDIR'])).toBeUndefined();
  expect(() => ifExists(read('other'), ['ENOTDIR'])).toThrow('ENOENT');
});
