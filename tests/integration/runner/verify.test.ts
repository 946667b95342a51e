import { userCache } from '../../../src/runner/files/user-cache.ts';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isSound, type LedgerEntry } from '../../../src/core/ledger/ledger.ts';
import { digest } from '../../../src/core/verdict/recording.ts';
import { tagOf, type Interpreter } from '../../../src/core/python-version.ts';
import { findInterpreters } from '../../../src/runner/python/find-interpreters.ts';
import { record } from '../../../src/runner/commands/record-examples.ts';
import { writeRecording } from '../../../src/runner/examples/recording-files.ts';
import { type Verification, verify } from '../../../src/runner/commands/verify.ts';
import { exampleOf } from '../../fixtures/examples.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';

const SELECTION = { root: join(import.meta.dirname, '..', '..', '..'), examples: 'tests/fixtures/verdicts' };

describe('a folder with an example for every verdict', () => {
  let verification: Verification;
  const told: [string, number, number][] = [];
  beforeAll(async () => {
    verification = await verify({
      ...SELECTION,
      onVerdict: ({ id }, done, total) => told.push([id, done, total]),
    });
  });
  const entry = (id: string): LedgerEntry | undefined =>
    verification.ledger.entries.find(each => each.id === id);

  test('gives each its verdict, sorted by id', () => {
    expect(
      Object.fromEntries(
        verification.ledger.entries.map(({ id, verdict, problems }) => [id, [verdict, problems[0]?.title]]),
      ),
    ).toEqual({
      asks_for_another_python: ['skipped', 'No interpreter satisfies requires-python "<3".'],
      drifted: ['drifted', 'Output differs from the recording, tests/fixtures/verdicts/drifted.out:2'],
      edited_by_hand: [
        'unrecorded',
        'The recording was edited or cut short, not recorded: its digest is not the one in its receipt.',
      ],
      exits_with_three: ['failed', 'Exit code 3, expected 0.'],
      has_an_unknown_key: ['failed', '[tool.verbatim] has no key "timout".'],
      never_ends: ['timed-out', 'Still running after 0.5 s.'],
      permitted: ['verified', undefined],
      raises: ['verified', undefined],
      several_files: ['verified', undefined],
      unrecorded: ['unrecorded', 'Its output was never recorded.'],
      verified: ['verified', undefined],
      writes_to_stderr: ['failed', 'It wrote to stderr, which its contract does not declare.'],
    });
    const ids = verification.ledger.entries.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });

  test('gives what ran its interpreter and its time, and what did not run neither', async () => {
    const { version } = await interpreter();
    expect(entry('verified')).toMatchObject({
      file: 'tests/fixtures/verdicts/verified.py',
      python: version,
      durationMs: expect.any(Number),
    });
    expect(entry('asks_for_another_python')).toEqual({
      id: 'asks_for_another_python',
      file: 'tests/fixtures/verdicts/asks_for_another_python.py',
      verdict: 'skipped',
      problems: [expect.objectContaining({ line: 2, remedy: 'Install one, or name it: --python PATH' })],
    });
  });

  test('gives the digest of the recording only to what is verified', () => {
    expect(entry('verified')?.recording).toBe(digest({ out: 'hello\n' }));
    expect(
      verification.ledger.entries.filter(
        ({ verdict, recording }) => (verdict === 'verified') !== (recording !== undefined),
      ),
    ).toEqual([]);
  });

  test('keeps what was printed before and now of those alone that changed', () => {
    const changed = verification.ledger.entries.flatMap(({ id, changes = [] }) =>
      changes.map(({ stream, before, after }) => [id, stream, before?.text, after.text]),
    );
    expect(changed).toEqual([
      ['drifted', 'out', 'first\nsecond\n', 'first\nanother line than the recorded one\n'],
      ['unrecorded', 'out', undefined, 'nobody accepted this\n'],
      ['writes_to_stderr', 'err', undefined, 'undeclared\n'],
    ]);
  });

  test('tells the recording whose example is gone', () => {
    expect(verification.ledger.problems).toEqual([
      {
        file: 'tests/fixtures/verdicts/example_is_gone.out',
        title: 'A recording without its example: there is no example_is_gone.py beside it.',
        remedy: 'rm tests/fixtures/verdicts/example_is_gone.out',
      },
    ]);
  });

  test('is not sound', () => {
    expect(isSound(verification.ledger, false)).toBe(false);
  });

  test('gives what the pages show: the examples that are whole, and their recordings', () => {
    expect([...verification.examples.keys()].sort()).toEqual([
      'asks_for_another_python',
      'drifted',
      'edited_by_hand',
      'exits_with_three',
      'never_ends',
      'permitted',
      'raises',
      'several_files',
      'unrecorded',
      'verified',
      'writes_to_stderr',
    ]);
    expect(verification.recordings.get('verified')?.base?.out).toBe('hello\n');
    expect(verification.recordings.get('unrecorded')).toEqual({ base: undefined, versions: new Map() });
  });

  test('tells of each verdict as it comes, with how many are done', () => {
    expect(told.map(([id]) => id).sort()).toEqual([
      'drifted',
      'edited_by_hand',
      'exits_with_three',
      'never_ends',
      'permitted',
      'raises',
      'several_files',
      'unrecorded',
      'verified',
      'writes_to_stderr',
    ]);
    expect(told.map(([, done]) => done)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(new Set(told.map(([, , total]) => total))).toEqual(new Set([12]));
  });
});

describe('of the examples that are chosen', () => {
  test('those alone are run and told, and stray files are not', async () => {
    const { ledger } = await verify({
      ...SELECTION,
      words: ['verified', 'tests/fixtures/verdicts/raises.py'],
    });
    expect(ledger.entries.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['raises', 'verified'],
      ['verified', 'verified'],
    ]);
    expect(ledger.problems).toEqual([]);
    expect(isSound(ledger, true)).toBe(true);
  });

  test('a skipped one is sound unless it is strict', async () => {
    const { ledger } = await verify({ ...SELECTION, words: ['asks_for_another_python', 'verified'] });
    expect([isSound(ledger, false), isSound(ledger, true)]).toEqual([true, false]);
  });

  test('one that is not there is a usage error', async () => {
    await expect(verify({ ...SELECTION, words: ['verifid'] })).rejects.toMatchObject({
      exitCode: 2,
      problems: [{ file: 'verifid', title: 'No example has this id.', remedy: 'Did you mean "verified"?' }],
    });
  });
});

/** Two minor versions that this machine has; one where there is no other. */
const BUILDS = (await findInterpreters([], process.env, userCache()))
  .filter(
    ({ gil, version }, index, all) =>
      gil && all.findIndex(other => other.gil && tagOf(other) === tagOf({ version, gil })) === index,
  )
  .slice(0, 2);

describe.runIf(BUILDS.length === 2)('under several interpreters', () => {
  const [newer, older] = BUILDS as [Interpreter, Interpreter];
  const pythons = BUILDS.map(({ path }) => path);
  const told = ({ ledger }: Verification): unknown =>
    ledger.entries.map(({ id, verdict, python, tag, problems }) => [
      id,
      verdict,
      python,
      tag,
      problems[0]?.title,
    ]);
  const differs = async (): Promise<string> =>
    project({
      'a.py': `import sys\n\nprint(sys.version_info[:2] == (3, ${older?.version.split('.')[1]}))\n`,
      'b.py': 'print("same")\n',
    });

  test('each gives its verdict in one ledger, and an undeclared difference fails', async () => {
    const root = await differs();
    await record({ root, runs: 1, pythons: [newer.path] });
    const verification = await verify({ root, pythons });
    expect(told(verification)).toEqual([
      ['a', 'verified', newer.version, undefined, undefined],
      ['a', 'drifted', older.version, undefined, 'Output differs from the recording, examples/a.out:1'],
      ['b', 'verified', newer.version, undefined, undefined],
      ['b', 'verified', older.version, undefined, undefined],
    ]);
    expect(verification.ledger.entries[1]?.problems[0]?.remedy).toBe(
      `If it is right for this version, accept it: npm run record -- a --python ${older.path}`,
    );
    expect(isSound(verification.ledger, false)).toBe(false);
  });

  test('a declared difference is proved, unasked too', async () => {
    const root = await differs();
    await record({ root, runs: 1, pythons });
    expect(told(await verify({ root, pythons, words: ['a'] }))).toEqual([
      ['a', 'verified', newer.version, undefined, undefined],
      ['a', 'verified', older.version, tagOf(older), undefined],
    ]);
    expect(told(await verify({ root }))).toEqual([
      ['a', 'verified', newer.version, undefined, undefined],
      ['a', 'verified', older.version, tagOf(older), undefined],
      ['b', 'verified', newer.version, undefined, undefined],
    ]);
  });

  test('a recording that declares no difference is a problem', async () => {
    const root = await differs();
    await record({ root, runs: 1, pythons });
    await writeRecording(
      root,
      { ...exampleOf(), id: 'b', file: 'examples/b.py' },
      { out: 'same\n' },
      { python: older.version, runs: 1 },
      tagOf(older),
    );
    const { ledger } = await verify({ root });
    expect(ledger.problems).toEqual([
      {
        file: `examples/b.${tagOf(older)}.out`,
        title: `The recording for ${tagOf(older)} says nothing that examples/b.out does not say.`,
        remedy: 'Let record remove it: npm run record -- b',
      },
    ]);
    expect(isSound(ledger, false)).toBe(false);
  });
});
