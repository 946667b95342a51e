import { describe, expect, test } from 'vitest';
import { repetitionOf } from '../../../../src/core/repetition/repetition.ts';
import { exampleOf } from '../../../fixtures/examples.ts';

const of = (source: string) => repetitionOf(exampleOf(`${source}\n`));
const MODULES = {
  concurrent: [
    'threading',
    'multiprocessing',
    'concurrent.futures',
    'asyncio',
    'queue',
    'subprocess',
    'socket',
  ],
  clock: ['time', 'datetime'],
  chance: ['random', 'secrets', 'tempfile', 'os', 'uuid', 'weakref', 'gc'],
} as const;

describe('a sample runs', () => {
  test('five times where it uses nothing that chance has a part in', () => {
    expect(of('import math\nprint(math.sqrt(2), {"a": 1})')).toEqual({ runs: 5, pauses: false });
  });

  test.for(MODULES.concurrent)('twenty times, with pauses, if it imports %s: its order is free', name => {
    expect(of(`import ${name}`)).toEqual({
      runs: 20,
      pauses: true,
      because: `it imports ${name.split('.')[0]}`,
    });
  });

  test.for(MODULES.clock)('twenty times, with pauses, if it imports %s', name => {
    expect(of(`import ${name}`)).toMatchObject({ runs: 20, pauses: true });
  });

  test.for(MODULES.chance)('twenty times, without pauses, if it imports %s', name => {
    expect(of(`import ${name}`)).toMatchObject({ runs: 20, pauses: false });
  });

  test.for(['id', 'hash', 'set', 'frozenset'])('twenty times if it calls %s()', name => {
    expect(of(`print(${name}(x))`)).toMatchObject({ runs: 20, pauses: false, because: `it uses ${name}` });
  });

  test.for(['exec(x)', '__import__("threading")', 'import importlib', 'import builtins'])(
    'twenty times, with pauses, if it may import anything: %s',
    source => {
      expect(of(source)).toMatchObject({ runs: 20, pauses: true });
    },
  );

  test('without pauses if it handles signals, for a pause is one; whatever else it imports', () => {
    expect(of('import threading\nimport signal')).toMatchObject({
      runs: 20,
      pauses: false,
      because: 'it imports signal',
    });
  });

  test('by the row that counts most, not by the first import', () => {
    expect(of('import random\nimport threading').because).toBe('it imports threading');
  });
});
