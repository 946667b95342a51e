import { describe, expect, test } from 'vitest';
import { unfitReason } from '../../../../src/core/browser/unfit-sample.ts';
import { exampleOf, sourceOf } from '../../../fixtures/examples.ts';

const reasonOf = (code: string): string | undefined => unfitReason(exampleOf(`${code}\n`), '3.14.2');

describe('why a sample is not tried in the browser', () => {
  test.for([
    ['network = true', 'it uses the network'],
    ['browser = false', 'its contract keeps it out'],
    ['terminal = true', 'it runs in a terminal'],
    ['color = true', 'it prints in color'],
    ['artifacts = { "a.txt" = "A list" }', 'it leaves files'],
    ['hangs = true', 'it hangs, as its contract promises'],
  ] as const)('%s: %s', ([table, reason]) => {
    expect(unfitReason(exampleOf(sourceOf(table)), '3.14.2')).toBe(reason);
  });

  test('the version that it needs', () => {
    const source = '# /// script\n# requires-python = "<3.14"\n# ///\nprint(1)\n';
    expect(unfitReason(exampleOf(source), '3.14.2')).toBe('it needs Python <3.14');
    expect(unfitReason(exampleOf(source), '3.13.5')).toBeUndefined();
  });

  test.for([
    ['import threading\nthreading.Thread(target=print).start()', 'it starts threads'],
    ['from threading import Thread as T\nclass Worker(threading.Thread):\n    pass', 'it starts threads'],
    [
      'from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor(2) as pool:\n    pass',
      'it starts threads',
    ],
    ['import asyncio\nasync def main():\n    await asyncio.to_thread(print)', 'it starts threads'],
    ['import subprocess', 'it starts processes'],
    ['from multiprocessing import Pool', 'it starts processes'],
    ['import multiprocessing.pool', 'it starts processes'],
    ['import os\nif os.fork() == 0:\n    pass', 'it starts processes'],
    ['import socket', 'it opens sockets'],
    ['from http.server import HTTPServer', 'it opens sockets'],
    ['import asyncio\nasync def main():\n    await asyncio.open_connection("a", 1)', 'it opens sockets'],
  ] as const)('%s: %s', ([code, reason]) => {
    expect(reasonOf(code)).toBe(reason);
  });

  test.for([
    'import threading\nlock = threading.Lock()\nwith lock:\n    print("held")',
    'import asyncio\nasyncio.run(asyncio.sleep(0))',
    'print("threading.Thread(target=print)")  # Thread()',
    'Thread = print\nname = Thread',
    'from http import HTTPStatus',
    'def broken(:\n    Thread',
  ])('none for %s', code => {
    expect(reasonOf(code)).toBeUndefined();
  });
});
