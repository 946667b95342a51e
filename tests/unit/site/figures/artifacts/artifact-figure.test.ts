import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { digest, type Recording } from '../../../../../src/core/verdict/recording.ts';
import { artifactBlocks } from '../../../../../src/site/figures/artifacts/artifact-blocks.ts';
import { artifactFiles } from '../../../../../src/site/figures/artifacts/artifact-files.ts';
import { buildReference } from '../../../../../src/site/figures/build-reference.ts';
import type { CheckedExample } from '../../../../../src/site/figures/parts/checked-example.ts';
import type { AnyFigure } from '../../../../../src/site/figures/parts/figure.ts';
import { PLAIN } from '../../../../../src/site/highlight/plain-highlighter.ts';
import { en } from '../../../../../src/core/words/en/en.ts';
import { exampleOf, sourceOf } from '../../../../fixtures/examples.ts';

const EXAMPLE = exampleOf(
  sourceOf('artifacts = { "rows.csv" = "Rows", "plot.svg" = "A line", "wide.png" = "A band" }'),
);
const wide = await sharp({ create: { width: 3200, height: 81, channels: 3, background: '#0b6b50' } })
  .png()
  .toBuffer();
const FILES: ReadonlyMap<string, Uint8Array> = new Map([
  ['plot.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="4"/>')],
  ['rows.csv', Buffer.from('city,degrees\nOslo,-3\n')],
  ['wide.png', wide],
]);

function recording(tag?: string): Recording {
  const printed = { out: 'hello\n', artifacts: FILES };
  return { ...printed, tag, receipt: { sha256: digest(printed), python: '3.13.0', runs: 5 } };
}

function checked(...recordings: readonly Recording[]): CheckedExample {
  const pythons = [{ version: '3.13.0', gil: true }];
  return {
    entry: { id: EXAMPLE.id, file: EXAMPLE.file, verdict: 'verified', problems: [] },
    example: EXAMPLE,
    verified: recordings.map(each => ({ recording: each, pythons })),
    verifiedBy: pythons,
    recorded: recordings,
    unverified: [],
    packages: [],
    variants: [],
  };
}

function built(component: string, props: Readonly<Record<string, unknown>>, text = '') {
  return buildReference(
    {
      component: component as 'Example',
      props: { file: 'topic/sample.py', ...props },
      files: ['topic/sample.py'],
      text,
      position: { line: 1, column: 1, start: 0, end: 0 },
      propPositions: {},
    },
    'content/a/b.mdx',
    new Set(),
    { examples: new Map([[EXAMPLE.id, checked(recording())]]), highlighter: PLAIN, words: en },
  );
}

const namesIn = (figure: AnyFigure | undefined): unknown =>
  figure?.kind === 'figure' && figure.versions.map(({ artifacts }) => artifacts.map(({ name }) => name));

describe('a figure', () => {
  test('shows artifacts in the order of the contract, whatever that of the recording is', () => {
    expect(namesIn(built('Example', {}).value)).toEqual([['rows.csv', 'plot.svg', 'wide.png']]);
  });

  test.for([
    [{ artifacts: false }, [[]]],
    [{ artifacts: true }, [['rows.csv', 'plot.svg', 'wide.png']]],
    [{ artifacts: 'plot.svg' }, [['plot.svg']]],
    [{ artifacts: 'plot.svg , rows.csv' }, [['rows.csv', 'plot.svg']]],
    [{ output: false }, []],
    [{ output: false, artifacts: 'plot.svg' }, [['plot.svg']]],
    [{ output: false, artifacts: false }, []],
    [{ code: false, output: false, artifacts: true }, [['rows.csv', 'plot.svg', 'wide.png']]],
  ] as const)('with the props %j shows %j', ([props, names]) => {
    expect(namesIn(built('Example', props).value)).toEqual(names);
  });

  test('shows a smaller copy of a very wide picture, which keeps its shape', () => {
    const { value } = built('Output', { artifacts: 'wide.png' });
    expect(value).toMatchObject({
      versions: [
        {
          artifacts: [
            {
              file: 'examples/topic/sample/wide.png',
              shown: { size: { width: 1600, height: 41 }, copy: 'examples/topic/sample/wide.1600.webp' },
            },
          ],
        },
      ],
    });
  });
});

test('of a text whose first line is too long for a page, none is shown, and the line is counted', () => {
  const example = exampleOf(sourceOf('artifacts = { "all.json" = "Numbers" }'));
  const artifacts = new Map([
    ['all.json', Buffer.from(JSON.stringify(Array.from({ length: 9000 }, Math.sqrt)))],
  ]);
  const [block] = artifactBlocks(example, { artifacts }, () => true, PLAIN);
  expect(block?.shown).toEqual({ kind: 'text', html: '', lineCount: 0, more: 1 });
});

describe('the site', () => {
  test('has the files of each recording that was verified, where no page of an example can be', async () => {
    const files = await artifactFiles(new Map([[EXAMPLE.id, checked(recording(), recording('3.13t'))]]));
    const folder = 'examples/topic/sample';
    const names = ['plot.svg', 'rows.csv', 'wide.png', 'wide.1600.webp'];
    expect([...files.keys()].sort()).toEqual(
      [...names.map(name => `${folder}/${name}`), ...names.map(name => `${folder}/3.13t/${name}`)].sort(),
    );
    expect(files.get(`${folder}/wide.png`)).toBe(wide);
    const { width, height } = await sharp(files.get(`${folder}/wide.1600.webp`)).metadata();
    expect([width, height]).toEqual([1600, 41]);
  });

  test('has the same copy in every build', async () => {
    const examples = new Map([[EXAMPLE.id, checked(recording())]]);
    expect(await artifactFiles(examples)).toEqual(await artifactFiles(examples));
  });
});

describe('a value', () => {
  test('quotes a cell of a table', () => {
    const props = { artifact: 'rows.csv', match: '^Oslo,(.*)$' };
    expect(built('Value', props, '-3').value).toEqual({
      kind: 'value',
      text: '-3',
      claims: { 'data-value': 'topic/sample', 'data-artifact': 'rows.csv', 'data-match': '^Oslo,(.*)$' },
    });
  });

  test('that is another one is refused, with the tag that is right', () => {
    const props = { artifact: 'rows.csv', match: '^Oslo,(.*)$' };
    expect(built('Value', props, '4').problems).toMatchObject([
      {
        title: 'The text says "4", and examples/topic/sample.py printed "-3".',
        remedy: '<Value file="topic/sample.py" artifact="rows.csv" match="^Oslo,(.*)$">-3</Value>',
      },
    ]);
  });

  test('quotes no picture without text, and no file that the contract does not name', () => {
    for (const artifact of ['wide.png', 'row.csv'])
      expect(built('Value', { artifact, match: '(3)' }, '3').problems).toMatchObject([
        { title: `examples/topic/sample.py has no artifact "${artifact}" with text.` },
      ]);
  });
});
