import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checks, FLAGS } from '../../src/bench/contenders.ts';

test('a check is measured as the commands start it', async () => {
  expect(readFileSync('scripts/bootstrap.mjs', 'utf8')).toContain(`script === 'check' ? [${FLAGS.map((flag) => `'${flag}'`).join(', ')}] : []`);
  const [fresh] = await checks('/nowhere', 'python3', 'scripts');
  expect(fresh?.words.slice(0, FLAGS.length + 1)).toEqual([...FLAGS, 'scripts/check.ts']);
});
