import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary.ts';

const PUBLISH = join(process.cwd(), 'src/site/publish/publish.ts');

/** Publishes a site of two files again and again. */
const PROGRAM = `
import { mkdirSync, writeFileSync } from 'node:fs';
import { publish, unpublishedFolder } from ${JSON.stringify(PUBLISH)};
for (let count = 0; count < 300; count++) {
  const built = unpublishedFolder('.');
  mkdirSync(built, { recursive: true });
  for (const name of ['index.html', '404.html']) writeFileSync(built + '/' + name, name);
  await publish('.', built);
}
`;

test('builds that end at the same moment replace one site by another, and none fails', async () => {
  const root = await temporaryFolder({ 'dist/old.html': 'old', 'program.ts': PROGRAM });
  const ended = await Promise.all(
    [1, 2, 3].map(() => execa(process.execPath, ['program.ts'], { cwd: root, reject: false, all: true })),
  );
  expect(ended.map(({ exitCode, all }) => [exitCode, all])).toEqual([1, 2, 3].map(() => [0, '']));
  expect((await readdir(join(root, 'dist'))).toSorted()).toEqual(['404.html', 'index.html']);
  expect(await readdir(join(root, '.verbatim'))).toEqual([]);
});
