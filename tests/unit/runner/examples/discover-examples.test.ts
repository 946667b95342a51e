import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { discover } from '../../../../src/runner/examples/discover-examples.ts';
import { receiptsOf } from '../../../fixtures/examples.ts';
import { asNobody } from '../../../fixtures/nobody.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const found = async (files: Readonly<Record<string, string>>): ReturnType<typeof discover> =>
  discover(
    await temporaryFolder(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`examples/${path}`, text])),
    ),
    'examples',
  );

describe('an example is', () => {
  test('every Python file, by its path without .py, sorted', async () => {
    const { examples, broken, problems } = await found({
      'b/two.py': '2\n',
      'b/one.py': '1\n',
      'a.py': 'a\n',
      'b/deep/er/x.py': 'x\n',
    });
    expect(examples.map(({ id, file, entry, source }) => ({ id, file, entry, source }))).toEqual([
      { id: 'a', file: 'examples/a.py', entry: 'a.py', source: 'a\n' },
      { id: 'b/deep/er/x', file: 'examples/b/deep/er/x.py', entry: 'x.py', source: 'x\n' },
      { id: 'b/one', file: 'examples/b/one.py', entry: 'one.py', source: '1\n' },
      { id: 'b/two', file: 'examples/b/two.py', entry: 'two.py', source: '2\n' },
    ]);
    expect([...broken, ...problems]).toEqual([]);
  });

  test('a folder with a main.py, with everything in it', async () => {
    const { examples, broken, problems } = await found({
      'topic/words/main.py': 'import words\n',
      'topic/words/words.py': '',
      'topic/words/data/list.txt': 'a\n',
      'topic/words/data/main.py': '',
      'topic/words/words.out': 'data\n',
      'topic/words/main.out': 'recording\n',
      'topic/recordings.json': receiptsOf({ words: 'recording\n' }),
      'topic/other.py': '',
    });
    expect(examples.map(({ id, file, files }) => ({ id, file, files: [...files.keys()] }))).toEqual([
      { id: 'topic/other', file: 'examples/topic/other.py', files: ['other.py'] },
      {
        id: 'topic/words',
        file: 'examples/topic/words/main.py',
        files: ['data/list.txt', 'data/main.py', 'main.py', 'words.out', 'words.py'],
      },
    ]);
    expect([...broken, ...problems]).toEqual([]);
  });

  test('none in an empty folder', async () => {
    expect(await found({})).toEqual({ examples: [], broken: [], receipts: [], problems: [] });
  });

  test('found beside what was recorded for single versions', async () => {
    const { examples, problems } = await found({
      'a.py': '',
      'a.out': '',
      'a.3.13.out': '',
      'recordings.json': receiptsOf({ a: '', 'a 3.13': '', 'b 3.9': '' }),
      'a.3.13t.out': '',
      'a.3.13t.err': '',
      'b/main.py': '',
      'b/main.3.9.out': '',
      'b/data.3.9.out': '',
    });
    expect(examples.map(({ files }) => [...files.keys()])).toEqual([['a.py'], ['data.3.9.out', 'main.py']]);
    expect(problems).toEqual([]);
  });

  test('found beside its recording and what Python leaves behind', async () => {
    const { examples, problems } = await found({
      'a.py': '',
      'a.out': '',
      'a.err': '',
      'recordings.json': receiptsOf({ a: '' }),
      '__pycache__/a.cpython-313.pyc': '',
    });
    expect(examples.map(({ files }) => [...files.keys()])).toEqual([['a.py']]);
    expect(problems).toEqual([]);
  });
});

describe('a file that is no example is told:', () => {
  test('a recording whose example is gone', async () => {
    expect((await found({ 'topic/gone.out': '' })).problems).toEqual([
      {
        file: 'examples/topic/gone.out',
        title: 'A recording without its example: there is no gone.py beside it.',
        remedy: 'rm examples/topic/gone.out',
      },
    ]);
  });

  test('what was recorded for one version, likewise, and what is left of it', async () => {
    expect(
      (
        await found({
          'topic/gone.3.13t.out': '',
          'topic/a.py': '',
          'topic/a.3.13.err': '',
          'topic/a.4.out': '',
        })
      ).problems,
    ).toEqual([
      {
        file: 'examples/topic/a.3.13.err',
        title: 'Part of a recording: there is no a.3.13.out beside it.',
        remedy: 'rm examples/topic/a.3.13.err',
      },
      {
        file: 'examples/topic/a.4.out',
        title: 'A recording without its example: there is no a.4.py beside it.',
        remedy: expect.stringMatching(/^If it is that of examples\/topic\/a\.py now, [\s\S]*rm .*a\.4\.out$/),
      },
      {
        file: 'examples/topic/gone.3.13t.out',
        title: 'A recording without its example: there is no gone.py beside it.',
        remedy: expect.stringMatching(
          /^If it is that of examples\/topic\/a\.py now, [\s\S]*rm .*gone\.3\.13t\.out$/,
        ),
      },
    ]);
  });

  test('receipts that are not in the folder of a topic', async () => {
    const { problems, receipts } = await found({ 'topic/deep/a.py': '', 'topic/deep/recordings.json': '{}' });
    expect(problems.map(({ file, title }) => [file, title])).toEqual([
      ['examples/topic/deep/recordings.json', 'The file belongs to no example.'],
    ]);
    expect(receipts).toEqual([]);
  });

  test('one that lies about', async () => {
    expect((await found({ 'a.py': '', 'notes.txt': '', '.hidden': '' })).problems).toEqual([
      {
        file: 'examples/.hidden',
        title: 'The file belongs to no example.',
        remedy: 'Put it into the folder of an example with a main.py, or remove it.',
      },
      {
        file: 'examples/notes.txt',
        title: 'The file belongs to no example.',
        remedy: 'Put it into the folder of an example with a main.py, or remove it.',
      },
    ]);
  });

  test('one whose id another has', async () => {
    expect((await found({ 'topic/a.py': '', 'topic/a/main.py': '' })).problems).toEqual([
      {
        file: 'examples/topic/a/main.py',
        title: 'Two examples have the id "topic/a".',
        remedy: 'Rename one of them.',
      },
    ]);
  });
});

describe('an example is broken', () => {
  test.for([
    ['2fast.py', '2fast', 'examples/2fast.py examples/example_2fast.py'],
    ['Hello-World.py', 'Hello-World', 'examples/Hello-World.py examples/hello_world.py'],
    ['class.py', 'class', 'examples/class.py examples/class_.py'],
    ['My Topic/a.py', 'My Topic', "'examples/My Topic' examples/my_topic"],
    ['topic/import/main.py', 'import', 'examples/topic/import examples/topic/import_'],
    ['überblick.py', 'überblick', "'examples/überblick.py' examples/_berblick.py"],
  ] as const)('by the name %s', async ([path, part, better]) => {
    const { examples, broken } = await found({ [path]: '' });
    expect(examples).toEqual([]);
    expect(broken[0]?.problems).toEqual([
      {
        file: `examples/${path}`,
        title: `"${part}" is not the name of a Python module: lower-case letters, digits and underscores.`,
        remedy: `mv ${better}`,
      },
    ]);
  });

  test('by a mistake in its block, and the others are found', async () => {
    const { examples, broken } = await found({ 'a.py': '# region a\n', 'b.py': '' });
    expect(examples.map(({ id }) => id)).toEqual(['b']);
    expect(broken).toEqual([
      {
        id: 'a',
        file: 'examples/a.py',
        problems: [
          {
            file: 'examples/a.py',
            line: 1,
            column: 1,
            title: 'The region "a" is never closed.',
            remedy: 'End it with a line "# endregion".',
          },
        ],
      },
    ]);
  });

  test('by a symbolic link among its files', async () => {
    const root = await temporaryFolder({ 'examples/words/main.py': '', 'outside.txt': 'secret' });
    await symlink(join(root, 'outside.txt'), join(root, 'examples', 'words', 'data.txt'));
    expect((await discover(root, 'examples')).broken).toEqual([
      {
        id: 'words',
        file: 'examples/words/main.py',
        problems: [
          {
            file: 'examples/words/data.txt',
            title: 'A symbolic link: an example holds its own files.',
            remedy: 'Copy the file.',
          },
        ],
      },
    ]);
  });

  test('by being a symbolic link', async () => {
    const root = await temporaryFolder({ 'examples/a.py': '' });
    await symlink(join(root, 'examples', 'a.py'), join(root, 'examples', 'b.py'));
    const { examples, broken } = await discover(root, 'examples');
    expect(examples.map(({ id }) => id)).toEqual(['a']);
    expect(broken.map(({ id, problems }) => [id, problems[0]?.title])).toEqual([
      ['b', 'A symbolic link: an example holds its own files.'],
    ]);
  });

  test('not by a linked folder, which is followed by nobody', async () => {
    const root = await temporaryFolder({ 'examples/a.py': '', 'outside/x.py': '' });
    await symlink(join(root, 'outside'), join(root, 'examples', 'linked'));
    const { examples, problems } = await discover(root, 'examples');
    expect(examples.map(({ id }) => id)).toEqual(['a']);
    expect(problems.map(({ file, title }) => [file, title])).toEqual([
      ['examples/linked', 'The file belongs to no example.'],
    ]);
  });
});

describe('an example is broken, and read no further,', () => {
  const large = async (files: Readonly<Record<string, number>>): ReturnType<typeof discover> =>
    found(Object.fromEntries(Object.entries(files).map(([path, size]) => [path, '#'.repeat(size)])));

  test('by a Python file that nobody would read', async () => {
    expect((await large({ 'a.py': 50_000_000, 'b.py': 1_000_000 })).broken).toEqual([
      {
        id: 'a',
        file: 'examples/a.py',
        problems: [
          {
            file: 'examples/a.py',
            title: 'The file has 50.0 MB: the most that a sample has is 1.0 MB.',
            remedy:
              'Shorten it; what it reads can be a file of its own, in the folder of an example with a ' +
              'main.py.',
          },
        ],
      },
    ]);
  });

  test('by files that are too large together, at the one that is too much', async () => {
    const { broken } = await large({
      'a/data1.txt': 6_000_000,
      'a/data2.txt': 6_000_000,
      'a/data3.txt': 6_000_000,
      'a/main.py': 1,
    });
    expect(broken[0]?.problems).toEqual([
      {
        file: 'examples/a/data2.txt',
        title: 'With this file the example has 12.0 MB: the most is 10.0 MB.',
        remedy: 'Make its data smaller; the sample can generate what it needs.',
      },
    ]);
  });

  test('by a pipe, which nobody would end reading', async () => {
    const root = await temporaryFolder({ 'examples/a/main.py': '' });
    await execa('mkfifo', [join(root, 'examples/a/pipe')]);
    expect((await discover(root, 'examples')).broken[0]?.problems).toEqual([
      {
        file: 'examples/a/pipe',
        title: 'Neither a file nor a folder: a pipe, a socket or a device.',
        remedy: 'Remove it.',
      },
    ]);
  });

  test('by a file that cannot be read', async () => {
    const root = await temporaryFolder({ 'examples/a.py': '', 'examples/b.py': '' });
    await chmod(root, 0o755);
    await chmod(join(root, 'examples/a.py'), 0);
    const { examples, broken } = await asNobody(() => discover(root, 'examples'));
    expect(examples.map(({ id }) => id)).toEqual(['b']);
    expect(broken[0]?.problems).toEqual([
      {
        file: 'examples/a.py',
        title: 'Permission denied. (EACCES)',
        remedy: 'Give yourself the right to it: chmod u+rwX',
      },
    ]);
  });
});

describe('the examples are not looked at', () => {
  test('where a folder cannot be read, which is named', async () => {
    const root = await temporaryFolder({ 'examples/topic/a.py': '' });
    await chmod(root, 0o755);
    await chmod(join(root, 'examples/topic'), 0);
    await expect(asNobody(() => discover(root, 'examples'))).rejects.toMatchObject({
      exitCode: 2,
      problems: [{ file: 'examples/topic', title: 'Permission denied. (EACCES)' }],
    });
  });

  test('where the folder is a file', async () => {
    const root = await temporaryFolder({ examples: '' });
    await expect(discover(root, 'examples')).rejects.toMatchObject({
      exitCode: 2,
      problems: [
        {
          file: 'examples',
          title: 'A file is where a folder belongs. (ENOTDIR)',
          remedy: 'Remove it, or rename it.',
        },
      ],
    });
  });
});

describe('the receipts of a topic have a problem', () => {
  const receipts = 'examples/topic/recordings.json';

  test('if one has no example, or no recording', async () => {
    const { problems } = await found({
      'topic/a.py': '',
      'topic/a.out': '',
      'topic/b/main.py': '',
      'topic/recordings.json': receiptsOf({ a: '', 'a 3.13': '', b: '', 'gone 3.13t': '' }),
    });
    const remedy = 'Let record remove it: npm run record -- examples/topic';
    expect(problems).toEqual([
      {
        file: receipts,
        title: 'The receipt "a 3.13" has no recording: there is no examples/topic/a.3.13.out.',
        remedy,
      },
      {
        file: receipts,
        title: 'The receipt "b" has no recording: there is no examples/topic/b/main.out.',
        remedy,
      },
      {
        file: receipts,
        title: 'The receipt "gone 3.13t" has no example: there is no examples/topic/gone.py.',
        remedy,
      },
    ]);
  });

  test('if all examples of the topic are gone', async () => {
    expect((await found({ 'topic/recordings.json': receiptsOf({ gone: '' }) })).problems).toEqual([
      {
        file: receipts,
        title: 'The receipt "gone" has no example: there is no examples/topic/gone.py.',
        remedy: `rm ${receipts}`,
      },
    ]);
  });

  test('if record did not write them so', async () => {
    const { problems } = await found({ 'topic/a.py': '', 'topic/recordings.json': '{}' });
    expect(problems).toEqual([
      {
        file: receipts,
        line: 1,
        column: 1,
        title: 'The receipts are not as record writes them.',
        remedy: 'Let it write them again: npm run record -- examples/topic',
      },
    ]);
  });
});

test('a recording that is a symbolic link is told', async () => {
  const root = await temporaryFolder({ 'examples/a.py': '', 'outside.out': 'typed by hand\n' });
  await symlink(join(root, 'outside.out'), join(root, 'examples', 'a.out'));
  expect((await discover(root, 'examples')).problems).toEqual([
    {
      file: 'examples/a.out',
      title: 'A symbolic link: a recording is a file of its own.',
      remedy: 'Remove it, and record again.',
    },
  ]);
});
