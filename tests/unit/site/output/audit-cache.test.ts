import { expect, test } from 'vitest';
import { parseExample } from '../../../../src/core/example/example.ts';
import type { LedgerEntry } from '../../../../src/core/ledger/ledger.ts';
import { AuditedPages } from '../../../../src/site/output/audit-cache.ts';
import type { Proof, Proofs } from '../../../../src/site/figures/example-proofs.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const PAGE = 'digest of a page';

function proofs(source: string, out: string, verdict: LedgerEntry['verdict'] = 'verified'): Proofs {
  const { value: example } = parseExample(
    'a/one',
    'examples/a/one.py',
    new Map([['one.py', Buffer.from(source)]]),
  );
  const entry: LedgerEntry = {
    id: 'a/one',
    file: 'examples/a/one.py',
    verdict,
    problems: [],
    python: '3.13.0',
  };
  const proof: Proof = {
    entry,
    entries: [entry],
    example,
    proved: [{ recording: { out }, pythons: [{ version: '3.13.0', gil: true }] }],
    recorded: [{ out }],
    unproved: [],
  };
  return new Map([['a/one', proof]]);
}

test('a page is not read again while it, its examples and the auditor are the same', async () => {
  const root = await temporaryFolder();
  const first = AuditedPages.open<number>(root, 'auditor', proofs('print(1)\n', '1\n'), true);
  first.note('index.html', PAGE, ['a/one'], 7);
  await first.save();
  const find = (identity: string, known: Proofs, sha256 = PAGE, reuse = true): number | undefined =>
    AuditedPages.open<number>(root, identity, known, reuse).find('index.html', sha256);
  const same = proofs('print(1)\n', '1\n');
  expect(find('auditor', same)).toBe(7);
  expect([
    find('another', same),
    find('auditor', same, 'digest of another'),
    find('auditor', same, PAGE, false),
    find('auditor', proofs('print(1 )\n', '1\n')),
    find('auditor', proofs('print(1)\n', '2\n')),
    find('auditor', proofs('print(1)\n', '1\n', 'drifted')),
    find('auditor', new Map()),
  ]).toEqual(Array(7).fill(undefined));
});
