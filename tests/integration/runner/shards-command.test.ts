import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { receiptsOf } from '../../fixtures/examples.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';

test(
  'commands run the part of a shard and merge all, also two at once; CI accepts their runs',
  { timeout: 180_000 },
  async () => {
    const root = await project({
      'a.py': 'print("a")\n',
      'a.out': 'a\n',
      'b.py': 'print("b")\n',
      'b.out': 'b\n',
      'recordings.json': receiptsOf({ a: 'a\n', b: 'b\n' }),
    });
    const { path } = await interpreter();
    const run = async (
      script: string,
      words: readonly string[],
      env: Readonly<Record<string, string>> = { CI: '' },
    ): Promise<[number | undefined, string]> => {
      const { exitCode, all } = await execa(
        process.execPath,
        [join(process.cwd(), `scripts/${script}.ts`), ...words],
        { cwd: root, reject: false, all: true, stdin: 'ignore', env: { NO_COLOR: '1', ...env } },
      );
      return [exitCode, all];
    };
    const check = (...words: readonly string[]) => run('check', ['--python', path, ...words]);

    expect(
      await Promise.all([
        check('--shard', '3/2'),
        check('--output', 'a.json'),
        check('--runs', 'nowhere.json'),
      ]),
    ).toEqual([
      [2, 'command line  "3/2" is not a shard: the last one is 2/2.\nFrom --shard 1/2 to --shard 2/2'],
      [
        2,
        'command line  --output says where a shard goes, and there is no --shard.\n' +
          'For a report: --report json=FILE',
      ],
      [
        2,
        'nowhere.json  It is not there (any more). (ENOENT)\n' +
          'Try again; if somebody else works here, when they have finished.',
      ],
    ]);
    expect(await check('--shard', '2/2')).toEqual([
      0,
      expect.stringMatching(/^1 verified; 0 cached, 1 run; CPython 3\.\S+; .+; shard 2\/2$/),
    ]);
    expect(await run('merge', ['.verbatim/shards'])).toEqual([
      2,
      `shard 1/2  It is missing for CPython ${path}: without it nothing is known of its examples.\n    There is 2/2: .verbatim/shards/2-of-2.shard.json\nnpm run check -- --python ${path} --shard 1/2`,
    ]);
    expect(await check('--shard', '1/2')).toEqual([0, expect.stringMatching(/; shard 1\/2$/)]);

    const merged = [
      0,
      expect.stringMatching(
        /^2 verified; 0 cached, 2 run; CPython 3\.[^;]+; (?:not )?sandboxed[^;]*\n2 shards are merged; 2 verified runs are in \.verbatim\/merged\.json$/,
      ),
    ];
    expect(
      await Promise.all([run('merge', ['.verbatim/shards']), run('merge', ['.verbatim/shards'])]),
    ).toEqual([merged, merged]);
    const ledger = await readFile(join(root, '.verbatim/ledger.json'), 'utf8');
    expect(
      await run('check', ['--python', path, '--sandbox', 'auto', '--runs', '.verbatim/merged.json'], {
        CI: 'true',
      }),
    ).toEqual([0, expect.stringMatching(/^2 verified; 2 cached, 0 run;/)]);
    expect(await readFile(join(root, '.verbatim/ledger.json'), 'utf8')).toBe(ledger);
  },
);
