import { expect, test } from 'vitest';
import { parseExample } from '../../../src/core/variant/parse-example.ts';
import { outcome } from '../../../src/core/verdict/run-outcome.ts';
import { findSandbox } from '../../../src/runner/sandbox/sandbox.ts';
import { run } from '../../fixtures/programs.ts';

/** Unsandboxed, and sandboxed if this machine can. */
const sandboxes = [findSandbox('off'), ...[findSandbox('auto')].filter(({ kind }) => kind === 'sandboxed')];

test.for(
  sandboxes.flatMap(sandbox =>
    ['KeyboardInterrupt', 'SystemExit'].map(name => ({ name, kind: sandbox.kind, sandbox })),
  ),
)('a sample may declare that it ends with $name, $kind', async ({ name, sandbox }) => {
  const raised = name === 'SystemExit' ? 'SystemExit("no such file")' : name;
  const source = `# /// script\n# [tool.verbatim]\n# raises = "${name}"\n# ///\nprint("working")\nraise ${raised}\n`;
  const files = new Map([['sample.py', Buffer.from(source)]]);
  const { value: example } = parseExample('topic/sample', 'examples/topic/sample.py', files);
  if (example === undefined) throw new Error('The sample of this test is broken');
  const { value, problems } = outcome(example, await run('prints_nul', { example, sandbox }));
  expect(problems).toBeUndefined();
  expect(value?.out).toBe('working\n');
  expect(value?.err).toMatch(name === 'SystemExit' ? /^no such file\n$/ : /\nKeyboardInterrupt\n$/);
});
