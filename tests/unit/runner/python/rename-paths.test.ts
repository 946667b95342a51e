import { describe, expect, test } from 'vitest';
import { renamePaths } from '../../../../src/runner/python/rename-paths.ts';

const renamed = (text: string): string =>
  renamePaths(Buffer.from(text), [
    ['/usr/lib/python3.11', '/opt/python/lib/python3.11'],
    ['/usr/bin/python3.11', '/opt/python/bin/python3.11'],
    ['/home/Zoë/.pyenv/versions/3.13.0', '/opt/python'],
    ['/home/Zoë/.pyenv/versions/3.13.0/lib64/python3.13', '/opt/python/lib/python3.13'],
    ['/opt/python', '/opt/python'],
    ['/tmp/run-1.x+/home', '/home/verbatim'],
  ]).toString();

describe('what a run printed', () => {
  test.each([
    ['File "/usr/lib/python3.11/json/decoder.py"', 'File "/opt/python/lib/python3.11/json/decoder.py"'],
    ['/usr/bin/python3.11', '/opt/python/bin/python3.11'],
    ['/home/Zoë/.pyenv/versions/3.13.0/bin/python3', '/opt/python/bin/python3'],
    ['/home/Zoë/.pyenv/versions/3.13.0/lib64/python3.13/os.py', '/opt/python/lib/python3.13/os.py'],
    ['a\n/tmp/run-1.x+/home/work/a.py: b', 'a\n/home/verbatim/work/a.py: b'],
    ['It is /usr/bin/python3.11.', 'It is /opt/python/bin/python3.11.'],
  ])('gets the paths that each run has: %j', (real, shown) => {
    expect(renamed(real)).toBe(shown);
  });

  test.each([
    '/usr/lib/python3.111/os.py',
    '/usr/bin/python3.11-config',
    '/usr/lib/python3',
    '/opt/python/lib',
    '/tmp/run-1ax+/home',
    '',
  ])('keeps all other paths: %j', text => {
    expect(renamed(text)).toBe(text);
  });

  test('keeps bytes that are no text', () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const real = Buffer.concat([bytes, Buffer.from('/usr/bin/python3.11'), bytes]);
    const shown = Buffer.concat([bytes, Buffer.from('/opt/python/bin/python3.11'), bytes]);
    expect(renamePaths(real, [['/usr/bin/python3.11', '/opt/python/bin/python3.11']])).toEqual(shown);
  });
});
