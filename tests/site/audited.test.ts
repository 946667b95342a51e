import { expect, test } from 'vitest';
import { parseExample } from '../../src/core/example.ts';
import type { LedgerEntry } from '../../src/core/ledger.ts';
import { AuditedPages } from '../../src/site/audited.ts';
import type { Proof, Proofs } from '../../src/site/proofs.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const PAGE = Buffer.from('<pre>1\n</pre>');

function proofs(source: string, out: string, verdict: LedgerEntry['verdict'] = 'verified'): Proofs {
  const { value: example } = parseExample('a/one', 'examples/a/one.py', new Map([['one.py', Buffer.from(source)]]));
  const entry: LedgerEntry = { id: 'a/one', file: 'examples/a/one.py', verdict, problems: [], python: '3.13.0' };
  const proof: Proof = { entry, entries: [entry], example, proved: [{ recording: { out }, pythons: [{ version: '3.13.0', gil: true }] }], recorded: [{ out }], unproved: [] };
  return new Map([['a/one', proof]]);
}

test('a page is not read again while it, its examples and the auditor are the same', async () => {
  const root = await temporaryFolder();
  const first = AuditedPages.open<number>(root, 'auditor', proofs('print(1)\n', '1\n'), true);
  first.note('index.html', PAGE, ['a/one'], 7);
  await first.save();
  const find = (identity: string, known: Proofs, bytes: Buffer = PAGE, reuse = true): number | undefined => AuditedPages.open<number>(root, identity, known, reuse).find('index.html', bytes);
  const same = proofs('print(1)\n', '1\n');
  expect(find('auditor', same)).toBe(7);
  expect([
    find('another', same),
    find('auditor', same, Buffer.from('<pre>2\n</pre>')),
    find('auditor', same, PAGE, false),
    find('auditor', proofs('print(1 )\n', '1\n')),
    find('auditor', proofs('print(1)\n', '2\n')),
    find('auditor', proofs('print(1)\n', '1\n', 'drifted')),
    find('auditor', new Map()),
  ]).toEqual(Array(7).fill(undefined));
});
