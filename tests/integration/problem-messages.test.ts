import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { glob } from 'tinyglobby';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { placeProblem } from '../../src/core/variant/place-problem.ts';
import { highlightProblem } from '../../src/core/omission/highlight-problem.ts';
import { judge } from '../../src/core/verdict/judge.ts';
import { type Problem, sortProblems } from '../../src/core/problems/problem.ts';
import { redundantVersionRecordings } from '../../src/core/verdict/version-recordings.ts';
import { lockProblem } from '../../src/core/packages/lock-problem.ts';
import { textProblem } from '../../src/report/text.ts';
import { discover } from '../../src/runner/examples/discover-examples.ts';
import { recordingReader } from '../../src/runner/examples/recording-files.ts';
import { missingGrant, unusedGrants } from '../../src/core/settings/network-grant.ts';
import { checkArticles } from '../../src/site/commands/check-articles.ts';
import { recordedExamples } from '../../src/site/commands/check-articles.ts';
import { judgeHighlights } from '../../src/site/commands/judge-highlights.ts';
import type { Showcase } from '../../src/core/settings/site-settings.ts';
import { showcaseProblems } from '../../src/site/front/showcase.ts';
import { PLAIN } from '../../src/site/highlight/plain-highlighter.ts';
import { en } from '../../src/core/words/en/en.ts';
import { runOf } from '../fixtures/examples.ts';
import { filesOf, partsOf, writeProject } from '../fixtures/problem-project.ts';

const FOLDER = 'tests/fixtures/problems';
const GOLDENS = readdirSync(FOLDER)
  .filter(name => name.endsWith('.md'))
  .map(name => basename(name, '.md'))
  .sort();

/** All that a check says of a project in which every example prints what is recorded of it. */
async function told(
  root: string,
  grants: readonly string[] = [],
  files: ReturnType<typeof filesOf> = {},
  showcase?: Showcase,
): Promise<{ problems: readonly Problem[]; notices: readonly Problem[] }> {
  const { examples, broken, problems } = await discover(root, 'examples');
  const read = recordingReader(root);
  const judged = examples.map(example => {
    const recordings = read(example);
    const original = example.variant && read(example.variant.of).base;
    const run = runOf({ ...files, stdout: recordings.base?.out ?? '' });
    const { problem } = judge(example, run, recordings.base, { named: false }, original);
    const ungranted = missingGrant(example, grants) ?? lockProblem(example);
    return {
      judged: [problem, ungranted].flatMap(each => (each === undefined ? [] : placeProblem(example, each))),
      idle: redundantVersionRecordings(example, recordings),
    };
  });
  const recorded = await recordedExamples(root);
  const articles = await checkArticles(root, recorded);
  // Every example also prints that without any of its lines.
  const figures = await judgeHighlights(root, undefined, async () => ({
    of: id => {
      const example = examples.find(each => each.id === id);
      return example && { example, attempt: async () => undefined };
    },
    save: async () => {},
  }));
  return {
    problems: [
      ...broken.flatMap(each => each.problems),
      ...judged.flatMap(each => each.judged),
      ...sortProblems([
        ...problems,
        ...unusedGrants(examples, grants),
        ...judged.flatMap(({ idle }) => idle),
        ...articles.problems,
        ...showcaseProblems(showcase, { examples: recorded, highlighter: PLAIN, words: en }),
        ...figures.flatMap(figure => highlightProblem(figure) ?? []),
      ]),
    ],
    notices: articles.notices,
  };
}

/** The example that a golden puts on the home page. */
function showcaseOf(spec: string): Showcase | undefined {
  const found = /^The home page shows `(?<file>[^`]+)`(?:, its region `(?<region>[^`]+)`)?\.$/m.exec(spec);
  const { file, region } = found?.groups ?? {};
  return file === undefined ? undefined : { file, ...(region === undefined ? {} : { region }) };
}

describe('a mistake is told with its place, its cause and its remedy:', () => {
  test.for(GOLDENS)('%s', async name => {
    const path = join(FOLDER, `${name}.md`);
    const [spec = ''] = (await readFile(path, 'utf8')).split(/^Told:$/m);
    const grants = [...spec.matchAll(/^The network is granted to `(?<id>[^`]+)`\.$/gm)];
    const { problems, notices } = await told(
      await writeProject(partsOf(spec)),
      grants.map(({ groups }) => groups?.id ?? ''),
      filesOf(spec),
      showcaseOf(spec),
    );
    for (const { file, line, column, remedy } of problems) {
      expect([file, remedy?.trim(), line === undefined || column !== undefined]).toEqual([
        expect.stringMatching(/^(?:content|examples)\/|^src\/(?:site\.config\.ts$|public\b)/),
        expect.stringMatching(/./),
        true,
      ]);
    }
    const text = stripVTControlCharacters([...problems, ...notices].map(textProblem).join('\n\n'));
    const marks = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
    await expect(`${spec}Told:\n\n${marks}text\n${text}\n${marks}\n`).toMatchFileSnapshot(resolve(path));
    expect([...problems, ...notices]).not.toEqual([]);
  });
});

test('a project without a mistake is told nothing', async () => {
  expect(await told(await writeProject([]))).toEqual({ problems: [], notices: [] });
});

/** What the design says an author is told, and the goldens that show it. */
const LISTED = {
  'an unknown example': ['example-unknown', 'example-path-from-the-project'],
  'an unknown region': ['region-unknown', 'region-where-none-is'],
  'a region never closed': ['region-never-closed'],
  'a highlight outside the code': ['highlight-outside', 'highlight-counted-in-what-is-shown'],
  'an unknown prop': ['prop-unknown', 'callout-prop-unknown', 'prop-spread'],
  'an example that no article uses': ['example-unused'],
  'an orphan recording': ['recording-of-no-example', 'recording-in-part'],
  'bad front matter': [
    'front-matter-missing',
    'front-matter-without-title',
    'front-matter-unknown-key',
    'front-matter-bad-date',
    'front-matter-colon',
    'track-unknown',
  ],
  'a broken internal link or anchor': [
    'link-to-no-page',
    'link-to-no-anchor',
    'link-without-a-slash',
    'link-to-no-file',
  ],
  'a missing image': ['picture-missing', 'picture-without-a-text'],
  'an invalid TOML block': [
    'block-is-not-toml',
    'block-never-closed',
    'block-twice',
    'key-unknown',
    'key-of-another-kind',
  ],
  'a block that nobody ran': ['fence-of-python', 'fence-unverified'],
} as const;

test.for(Object.entries(LISTED))('of what the design lists, %s has its goldens', ([, names]) => {
  expect(names.filter(name => !GOLDENS.includes(name))).toEqual([]);
});

/** Every file that may speak to authors. */
const SPEAKING = ['src/core/**/*.ts', 'src/runner/examples/*.ts', 'src/site/**/*.ts'];

/** What speaks of something else than the sources of a project, so that no golden can hold it. */
const NOT_ABOUT_SOURCES = {
  'src/core/example/select-examples.ts': 'arguments of a command',
  'src/core/ledger/*.ts': 'files of shards',
  'src/core/verdict/{run-outcome,check-ending,terminal/*}.ts': 'runs, of which the goldens make none',
  'src/runner/examples/new-*.ts': 'arguments of a command',
  'src/site/commands/*.ts': 'arguments of a command',
  'src/site/site-url.ts': 'a variable of the environment',
  'src/core/unfit-folder.ts': 'the folder of a project',
  'src/site/dev/**/*.ts': 'runs',
  'src/site/audit/**/*.ts': 'the built site',
  'src/core/words/**/*.ts': 'pages, to readers',
  'src/site/figures/browser/browser-files.ts': 'the cache folder of a user',
} as const;

/**
 * Sentences about files that are too large, files that are no files, outputs, and articles of a language that
 * our settings do not name: unit tests show them.
 */
const ELSEWHERE =
  /^(?:Watched, it prints something else than …|The timeline of … is not verified|It has … …: the most is …|With this file the example has|The file has …: the most|The settings name no author …|Numbers in words are known in English and German, |Neither a file nor a folder|… differs from the recording|… more numbers)/;

test('every sentence that tells an author of a mistake stands in a golden', async () => {
  const told = (await Promise.all(GOLDENS.map(name => readFile(join(FOLDER, `${name}.md`), 'utf8'))))
    .map(text => text.slice(text.indexOf('\nTold:\n')))
    .join('\n');
  const files = await glob(SPEAKING, { ignore: Object.keys(NOT_ABOUT_SOURCES) });
  const sentences = (await Promise.all(files.map(async file => titlesOf(await readFile(file, 'utf8')))))
    .flat()
    .filter(sentence => !ELSEWHERE.test(sentence));
  expect(sentences.length).toBeGreaterThan(70);
  expect(
    sentences.filter(
      sentence =>
        !new RegExp(
          `  (?:Variant "[^"]+": )?${sentence.split('…').map(RegExp.escape).join('.*')}$`,
          'm',
        ).test(told),
    ),
  ).toEqual([]);
});

/**
 * What may stand behind `title:` in a source, with `…` for what is put in; a line to paste that sets a title
 * is none.
 */
function titlesOf(source: string): string[] {
  const found: string[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'title')
      found.push(...textsOf(node.initializer));
    ts.forEachChild(node, collect);
  };
  collect(ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true));
  return found.filter(text => !/^title[=:]/.test(text));
}

function textsOf(node: ts.Expression): string[] {
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')];
  return [];
}
