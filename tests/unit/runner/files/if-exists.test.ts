import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ifExists } from '../../../../src/runner/files/files-below.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

test('what is not there is undefined; what cannot be read otherwise is an error', async () => {
  const root = await temporaryFolder({ file: 'text' });
  const read = (path: string) => (): string => readFileSync(join(root, path), 'utf8');
  expect([ifExists(read('file')), ifExists(read('other'))]).toEqual(['text', undefined]);
  expect(() => ifExists(read('file/below'))).toThrow('ENOTDIR');
});
