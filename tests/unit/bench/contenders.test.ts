import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checks, FLAGS } from '../../../scripts/bench/contenders.ts';

test('a check is measured as the commands start it', async () => {
  for (const [script, flags] of Object.entries(FLAGS))
    expect(readFileSync('scripts/bootstrap.mjs', 'utf8')).toContain(
      `${script}: [${flags.map(flag => `'${flag}'`).join(', ')}]`,
    );
  const [fresh] = await checks('/nowhere', 'python3', 'scripts');
  expect(fresh?.words.slice(0, FLAGS.check.length + 1)).toEqual([...FLAGS.check, 'scripts/check.ts']);
});
