import { describe, expect, test } from 'vitest';
import { isLeftover } from '../../../../src/runner/files/leftovers.ts';

describe('what editors and systems leave', () => {
  test.for([
    'threading/.DS_Store',
    'threading/._lock.py',
    'threading/lock.py~',
    'threading/.lock.py.swp',
    'threading/.#lock.py',
    'threading/#lock.py#',
    'threading/4913',
    'threading/lock.py.orig',
    'threading/Thumbs.db',
    'threading/desktop.ini',
    'threading/__pycache__/lock.cpython-313.pyc',
    'threading/.ipynb_checkpoints/lock-checkpoint.py',
    '.idea/workspace.xml',
    'threading/.nfs000000000123abcd00000001',
  ])('is passed over: %s', path => {
    expect(isLeftover(path)).toBe(true);
  });

  test.for([
    'threading/lock.py',
    'threading/lock.out',
    'web/main.py',
    'web/.env',
    'web/notes.txt',
    'a/x.swp',
  ])('is not a file that somebody means: %s', path => {
    expect(isLeftover(path)).toBe(false);
  });
});
