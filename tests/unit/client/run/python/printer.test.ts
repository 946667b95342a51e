import { expect, test } from 'vitest';
import { MAX_PRINTED } from '../../../../../src/client/run/python/limits.ts';
import type { WorkerReport } from '../../../../../src/client/run/python/messages.ts';
import { printer } from '../../../../../src/client/run/python/printer.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A printer whose clock does not move, and what it has sent: `out: text`. */
function printing(): { sent: string[]; print: ReturnType<typeof printer> } {
  const sent: string[] = [];
  const send = (report: WorkerReport): void => {
    const isPrinted = report.kind === 'printed';
    sent.push(isPrinted ? `${report.stream}: ${new TextDecoder().decode(report.bytes)}` : report.kind);
  };
  return { sent, print: printer(send, () => 0) };
}

test('a line is sent before the next one is written', () => {
  const { sent, print } = printing();
  print.write('out', bytes('a\n'));
  expect(sent).toEqual(['out: a\n']);
  print.write('err', bytes('b\n'));
  expect(sent).toEqual(['out: a\n', 'err: b\n']);
});

test('a flood is sent in pieces, and nothing of it is lost or leaves its order', () => {
  const { sent, print } = printing();
  const writes = Array.from(
    { length: 5000 },
    (_, index) => [index % 7 === 0 ? 'err' : 'out', index] as const,
  );
  for (const [stream, index] of writes) print.write(stream, bytes(`${index}\n`));
  print.flush();
  expect(sent.length).toBeLessThan(5000);
  const lines = sent.flatMap(each => {
    const [stream, text = ''] = each.split(': ');
    return text
      .trimEnd()
      .split('\n')
      .map(line => `${stream} ${line}`);
  });
  expect(lines).toEqual(writes.map(([stream, index]) => `${stream} ${index}`));
});

test('what is too much is cut to the byte, and nothing follows', () => {
  const { sent, print } = printing();
  print.write('out', new Uint8Array(MAX_PRINTED).fill(65));
  expect(sent).toHaveLength(1);
  print.write('err', bytes('b'));
  print.write('out', bytes('c'));
  print.flush();
  expect(sent.slice(1)).toEqual(['err: ', 'full']);
  expect(sent[0]).toHaveLength('out: '.length + MAX_PRINTED);
});
