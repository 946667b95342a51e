import { expect, test } from 'vitest';
import { hiddenModule } from '../../../../src/core/example/stdlib-modules.ts';

test.for<[path: string, name: string | undefined]>([
  ['queue.py', 'queue'],
  ['json.pyc', 'json'],
  ['json.cpython-313-x86_64-linux-gnu.so', 'json'],
  ['json/__init__.py', 'json'],
  ['annotationlib.py', 'annotationlib'],
  ['distutils.py', 'distutils'],
  ['sitecustomize.py', 'sitecustomize'],
  ['json.txt', undefined],
  ['json/data.py', undefined],
  ['package/json.py', undefined],
  ['queues.py', undefined],
  ['main.py', undefined],
])('the module of the standard library that %s hides: %j', ([path, name]) => {
  expect(hiddenModule(path)).toBe(name);
});
