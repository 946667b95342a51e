import { describe, expect, test } from 'vitest';
import { progressLine, type ProgressStream } from '../../../src/report/progress.ts';

/** What is written to a stream while two examples are verified. */
function written(stream: Omit<ProgressStream, 'write'>): string {
  let text = '';
  const write = (more: string): void => {
    text += more;
  };
  const { onVerdict, end } = progressLine({ ...stream, write });
  onVerdict({ id: 'threading/locks' }, 1, 2);
  onVerdict({ id: 'threading/race' }, 2, 2);
  end();
  return text;
}

describe('the progress line', () => {
  test('shows on a terminal how far it is, and leaves nothing behind', () => {
    expect(written({ isTTY: true })).toBe(
      '\r\u001B[K1 of 2  threading/locks\r\u001B[K2 of 2  threading/race\r\u001B[K',
    );
  });

  test('stays on one line of a narrow terminal', () => {
    expect(written({ isTTY: true, columns: 15 })).toBe(
      '\r\u001B[K1 of 2  thread\r\u001B[K2 of 2  thread\r\u001B[K',
    );
  });

  test('is not in a log', () => {
    expect(written({ isTTY: false })).toBe('');
    expect(written({})).toBe('');
  });
});
