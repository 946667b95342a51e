import { expect, test } from 'vitest';
import type { BrowserWheel } from '../../../../../src/core/browser/browser-wheel.ts';
import { auditedBrowser } from '../../../../../src/site/audit/plan/browser/audited-browser.ts';
import { browserFacts } from '../../../../../src/site/figures/parts/browser-facts.ts';
import { readerRuns } from '../../../../../src/site/figures/browser/reader-runs.ts';
import { checkedExample } from '../../../../../src/site/figures/parts/checked-example.ts';
import { exampleOf, recordingOf, sourceOf } from '../../../../fixtures/examples.ts';

const PROVED = { pyodide: '314.0.7', python: '3.14.2' };

interface Asked {
  readonly dependencies: readonly string[];
  readonly wheels: readonly BrowserWheel[] | undefined;
}

const LOCK = `# Made by: x\n# dependencies = ["one"]\none==1.0 \\\n    --hash=sha256:${'ab'.repeat(32)}\n`;

/** What the page of a sample fetches, and what the audit computes of it. */
function both(
  table: string,
  recording = recordingOf('hello\n'),
  verified = true,
  { dependencies, wheels }: Partial<Asked> = {},
) {
  const parsed = exampleOf(sourceOf(table));
  const metadata = { ...parsed.metadata, dependencies: dependencies ?? [] };
  const example = { ...parsed, metadata, lock: dependencies && LOCK };
  const { id, file } = example;
  const verdict = { id, verified, reason: verified ? undefined : 'it starts threads', wheels };
  const entry = { id, file, verdict: 'verified', problems: [], python: '3.13.0', gil: true } as const;
  const checked = checkedExample(entry, [entry], example, { base: recording, versions: new Map() });
  const browser = browserFacts(verdict, PROVED, checked);
  const [run] = readerRuns(new Map([[id, { ...checked, browser }]]));
  const proof = { ...PROVED, samples: [verdict] };
  const shown = checked.verified.map(each => each.recording);
  return { run, audited: auditedBrowser(example, proof, checked.recorded, shown) };
}

test.for([
  ['', recordingOf('hello\n')],
  ['order = "any"\nmask = ["duration"]', recordingOf('hello\n')],
  ['raises = "ValueError"', recordingOf('hello\n', 'ValueError: x\n')],
  ['stderr = true\nexit = 3', recordingOf('', 'x\n')],
  ['stdin = "1\\n"\nargs = ["a"]\nenv = { N = "1" }', recordingOf('hello\n')],
] as const)('with %j, a page fetches what the audit expects', ([table, recording]) => {
  const { run, audited } = both(table, recording);
  // As files have it: without what is undefined.
  expect(audited?.run).toEqual(JSON.parse(JSON.stringify(run)));
});

test('a page fetches the packages that were proved, if the lock has their hashes', () => {
  const wheel = { file: 'one-1.0-py3-none-any.whl', sha256: 'ab'.repeat(32), size: 3 };
  const asked = { dependencies: ['one'], wheels: [wheel] };
  const { run, audited } = both('env = { N = "1" }', recordingOf('hello\n'), true, asked);
  expect(run?.sample).toMatchObject({ wheels: [wheel], env: { N: '1', OMP_NUM_THREADS: '1' } });
  expect(audited).toEqual({
    run: JSON.parse(JSON.stringify(run)),
    wheels: new Map([['pyodide/packages/abababababababab/one-1.0-py3-none-any.whl', wheel.sha256]]),
  });
  const other = [{ ...wheel, sha256: 'cd'.repeat(32) }];
  expect(both('', recordingOf('hello\n'), true, { ...asked, wheels: other }).audited).toEqual({
    reason: 'its packages are not of its lock',
  });
  // The run would begin without its packages.
  const none = both('', recordingOf('hello\n'), true, { ...asked, wheels: undefined });
  expect(none.audited?.run).not.toEqual(JSON.parse(JSON.stringify(none.run)));
});

test('a page fetches the bytes that ran, and what judges them', () => {
  const { run } = both('order = "any"\nraises = "ValueError"', recordingOf('a\n', 'ValueError: x\n'));
  expect(run).toMatchObject({
    id: 'topic/sample',
    contract: { order: 'any', mask: [], exit: 1, showsStderr: true },
    recording: { out: 'a\n', err: 'ValueError: x\n' },
    ...PROVED,
  });
  const bytes = Buffer.from(run?.sample.files['sample.py'] ?? '', 'base64').toString();
  expect(bytes).toBe(sourceOf('order = "any"\nraises = "ValueError"'));
});

test('no page fetches anything of a sample that is not verified in the browser', () => {
  expect(both('', recordingOf('hello\n'), false)).toEqual({
    run: undefined,
    audited: { reason: 'it starts threads' },
  });
});
