import { expect, test } from 'vitest';
import { stderrOfSample } from '../../../scripts/lines/stderr-of-sample.ts';

test.each([
  ['plain', 'Installed 1 package in 8ms\n'],
  ['colored', '\u001b[2mInstalled \u001b[1m5 packages\u001b[0m \u001b[2min 48ms\u001b[0m\u001b[0m\n'],
])('what uv says about packages is not of the sample, %s', (_, said) => {
  expect(stderrOfSample(`${said}ValueError: 3\n`, 'race.py')).toBe('ValueError: 3\n');
});

test('what a sample says about something installed stays', () => {
  expect(stderrOfSample('Installed 2 plugins in 3 folders\n', 'race.py')).toBe(
    'Installed 2 plugins in 3 folders\n',
  );
});

test('a traceback names the file as its page does', () => {
  expect(stderrOfSample('  File "/tmp/line-1/work/raceXy12.py", line 3\n', 'race.py')).toBe(
    '  File "race.py", line 3\n',
  );
});
