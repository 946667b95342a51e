import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';

const SAMPLE = 'examples/waiting/locks.py';

/** Changes of a sample after which it prints the same, and its picture would be wrong. */
const CHANGES = [
  [
    'a wait is gone',
    'time.sleep(seconds)',
    // Takes as long, and is no wait that is watched. Computing would hold up the main thread on a busy machine.
    '__import__("os").system(f"sleep {seconds}")',
    'Ada',
  ],
  ['a lock is another one', 'threading.Lock()', 'threading.Semaphore()', 'Bob'],
  [
    'there is a lane more',
    'ada.start()',
    'ada.start(); threading.Thread(target=time.sleep, args=(0.3,), name="Eve").start()',
    'Eve',
  ],
] as const;

describe('a sample that prints the same and does something else', () => {
  let site: SiteCopy;
  let source: string;
  beforeAll(async () => {
    site = await copySite('tests/fixtures/watched');
    source = await readFile(join(site.root, SAMPLE), 'utf8');
  });
  afterAll(() => site.remove());

  test.for(CHANGES)(
    'fails the check and the build if %s, and its lane is named',
    async ([, from, to, lane]) => {
      expect(source).toContain(from);
      await writeFile(join(site.root, SAMPLE), source.replace(from, to));
      for (const script of ['check', 'build']) {
        const { exitCode, text } = await site.run(script);
        expect([script, exitCode]).toEqual([script, 1]);
        expect(text).toContain(SAMPLE);
        expect(text).toMatch(new RegExp(`lane "${lane}"`, 'i'));
      }
    },
  );
});
