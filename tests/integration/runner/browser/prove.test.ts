import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BrowserVerdict } from '../../../../src/core/browser/browser-proof.ts';
import { isSound, ledgerText } from '../../../../src/core/ledger/ledger.ts';
import { record } from '../../../../src/runner/commands/record-examples.ts';
import { type Verification, verify } from '../../../../src/runner/commands/verify.ts';
import { project } from '../../../fixtures/project.ts';

/** Samples, each with what the proof says of it. */
const SAMPLES: Readonly<Record<string, readonly [source: string, reason: string | undefined]>> = {
  prints: ['print("hello")\n', undefined],
  // Its contract is broken in Pyodide alone.
  sizes: ['import struct\nprint(struct.calcsize("P"))\n', 'it prints something else there'],
  // It takes less time there than its contract promises: another time it may take more.
  quick: [
    '# /// script\n# [tool.verbatim]\n# elapsed = { min = 1.5 }\n# ///\nimport sys, time\n' +
      'time.sleep(0 if sys.platform == "emscripten" else 1.6)\n',
    'its contract does not hold there',
  ],
  threads: [
    'import threading\nt = threading.Thread(target=print)\nt.start()\nt.join()\n',
    'it starts threads',
  ],
  hidden: [
    'import threading\nstart = getattr(threading, "Thread")(target=print).start\nstart()\n',
    'it starts threads',
  ],
};

const recorded = async (root: string): Promise<void> => void (await record({ root, runs: 1 }));

test('a sample is proved in the browser, or has a reason; runs are cached; what changed runs again', async () => {
  const root = await project(
    Object.fromEntries(Object.entries(SAMPLES).map(([name, [source]]) => [`${name}.py`, source])),
  );
  await recorded(root);
  const check = (): Promise<Verification> => verify({ root, reuse: true, browser: true });
  const samplesOf = ({ ledger }: Verification): readonly BrowserVerdict[] => ledger.browser?.samples ?? [];

  const first = await check();
  expect(isSound(first.ledger, true)).toBe(true);
  expect(first.ledger.browser).toMatchObject({ pyodide: '314.0.7', python: '3.14.2' });
  const reasons = samplesOf(first).map(({ id, verified, reason }) => [id, verified, reason]);
  expect(reasons).toEqual(
    Object.entries(SAMPLES)
      .map(([id, [, reason]]) => [id, reason === undefined, reason])
      .toSorted(),
  );
  expect(samplesOf(first).flatMap(({ cached }) => cached ?? [])).toEqual([false, false, false, false]);

  const second = await check();
  expect(samplesOf(second).flatMap(({ cached }) => cached ?? [])).toEqual([true, true, false, true]);
  expect(ledgerText(second.ledger)).toBe(ledgerText(first.ledger));

  await writeFile(join(root, 'examples/prints.py'), 'import sys\nprint("hello")\n');
  const third = await check();
  expect(samplesOf(third).filter(({ cached }) => cached === false)).toEqual([
    { id: 'prints', verified: true, cached: false },
    { id: 'quick', verified: false, reason: 'its contract does not hold there', cached: false },
  ]);
});
