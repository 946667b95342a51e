import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { changeTogether, settle } from '../../../src/runner/files/multi-file-write.ts';
import { OWNER } from '../../../src/runner/files/process-tag.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

const OLD = { a: 'old a', b: 'old b' };
const NEW = { a: 'new a', c: 'new c' };
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const journals = (root: string): Promise<string[]> => readdir(join(root, '.verbatim', 'changes'));
const contents = async (root: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(root))
        .filter(name => name !== '.verbatim')
        .map(async name => [name, await readFile(join(root, name), 'utf8')] as const),
    ),
  );

/** A project with these files, and the journal of a change from `OLD` to `NEW` whose owner is this. */
async function interrupted(
  files: Readonly<Record<string, string>>,
  owner = OWNER.replace(/pid\d+/, 'pid4194999'),
): Promise<string> {
  const root = await temporaryFolder({ ...files, '.verbatim/changes/other.json': '[]' });
  const steps = [
    { path: 'a', before: digest('old a'), after: 'new a' },
    { path: 'b', before: digest('old b'), after: null },
    { path: 'c', before: null, after: 'new c' },
  ];
  await writeFile(
    join(root, '.verbatim/changes', `${digest(join(root, 'a')).slice(0, 16)}.${owner}.json`),
    JSON.stringify(steps),
  );
  return root;
}

test('files are changed, added and removed together, and no journal stays', async () => {
  const root = await temporaryFolder(OLD);
  changeTogether(
    root,
    'a',
    new Map([
      ['a', 'new a'],
      ['b', undefined],
      ['c', 'new c'],
    ]),
  );
  expect(await contents(root)).toEqual(NEW);
  expect(await journals(root)).toEqual([]);
  expect(await settle(root, 'a')).toBe(false);
});

test('where one cannot be written, none is changed', async () => {
  const root = await temporaryFolder(OLD);
  expect(() =>
    changeTogether(
      root,
      'a',
      new Map([
        ['a', 'new a'],
        ['nowhere/c', 'new c'],
      ]),
    ),
  ).toThrow('ENOENT');
  expect(await contents(root)).toEqual(OLD);
});

describe('of a change that was interrupted', () => {
  test.for([
    ['before its first step, the old files stay', OLD, OLD],
    ['after its first step, the others follow', { ...OLD, a: 'new a' }, NEW],
    ['after its second step, the last follows', { a: 'new a' }, NEW],
    ['after its last step, the new files stay', NEW, NEW],
    [
      'and whose files somebody has changed since, those stay',
      { ...OLD, a: 'new a', b: 'mended by hand' },
      { ...OLD, a: 'new a', b: 'mended by hand' },
    ],
  ] as const)('%s', async ([, found, left]) => {
    const root = await interrupted(found);
    expect(await settle(root, 'a')).toBe(true);
    expect(await contents(root)).toEqual(left);
    expect(await journals(root)).toEqual(['other.json']);
  });

  test('whose journal was not yet whole, nothing is left', async () => {
    const root = await temporaryFolder({
      ...OLD,
      [`.verbatim/changes/.x.json.${OWNER.replace(/pid\d+/, 'pid4194999')}.00000000.tmp`]: '[{',
    });
    expect(await settle(root, 'a')).toBe(false);
    expect(await journals(root)).toEqual([]);
    expect(await contents(root)).toEqual(OLD);
  });

  test('other files are not looked at', async () => {
    const root = await interrupted({ ...OLD, a: 'new a' });
    expect(await settle(root, 'b')).toBe(false);
    expect(await contents(root)).toEqual({ ...OLD, a: 'new a' });
  });

  test('two who end it at the same time do no harm', async () => {
    const root = await interrupted({ ...OLD, a: 'new a' });
    await Promise.all([settle(root, 'a'), settle(root, 'a')]);
    expect(await contents(root)).toEqual(NEW);
    expect(await journals(root)).toEqual(['other.json']);
  });
});

test('a change that somebody is making is waited for', async () => {
  const root = await interrupted({ ...OLD, a: 'new a' }, OWNER);
  const [journal = ''] = await journals(root).then(names => names.filter(name => name.includes(OWNER)));
  let settled = false;
  const waiting = settle(root, 'a').then(() => (settled = true));
  await sleep(100);
  expect(settled).toBe(false);
  await rm(join(root, '.verbatim/changes', journal));
  expect(await waiting).toBe(true);
  expect(await contents(root)).toEqual({ ...OLD, a: 'new a' });
});
