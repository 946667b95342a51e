import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditSite } from '../../../src/site/audit/audit-site.ts';
import { recordAttack } from '../../fixtures/attacks.ts';
import { type AuditedSite, auditedSite, problemsInEdition } from '../../fixtures/audited-site.ts';
import { write } from '../../fixtures/page-mutations.ts';

const PAGE = 'advanced/tasks/index.html';
const TASK = 'examples/tasks/drinks/task.json';

/** Changes of a page that would check an exercise by something else, or show its solution. */
const PAGE_MUTATIONS: readonly (readonly [name: string, change: ($: CheerioAPI) => unknown])[] = [
  ['lacks the check of an exercise', $ => $('.check').first().remove()],
  ['has a check twice', $ => $('.check').first().after($('.check').first().clone())],
  [
    'has a check of an exercise that starts threads',
    $ => $('#count_start').after($('.check').first().clone()),
  ],
  ['has a check of the solution', $ => $('#drinks').after($('.check').first())],
  ['has a check above the start', $ => $('#drinks_start').before($('.check').first())],
  ['has a check in a task', $ => $('.exercise p').first().attr('class', 'check')],
  [
    'checks by another solution',
    $ => $('.check').first().attr('data-check', '/examples/tasks/names/task.json'),
  ],
  [
    'checks by the start',
    $ => $('.check').first().attr('data-check', '/examples/tasks/drinks_start/run.json'),
  ],
  ['checks by another site', $ => $('.check').first().attr('data-check', 'https://evil.example/task.json')],
  ['checks by data', $ => $('.check').first().attr('data-check', 'data:application/json,{}')],
  ['has other words about a check', $ => $('.check').first().text('Every answer is right.')],
  [
    'has a task that checks',
    $ => $('.exercise').first().attr('data-check', '/examples/tasks/names/task.json'),
  ],
  ['shows a solution', $ => $('.exercise details').first().replaceWith($('#drinks'))],
  ['opens a solution', $ => $('.exercise details').first().attr('open', '')],
  ['lacks a solution', $ => $('.exercise details').first().remove()],
  ['lacks a start', $ => $('#drinks_start').remove()],
  ['shows the solution as the start', $ => $('#drinks_start').replaceWith($('#drinks').clone())],
  [
    'changes the start and the solution',
    $ =>
      $('#drinks_start pre')
        .first()
        .html($('#drinks pre').html() ?? ''),
  ],
];

interface Task {
  readonly contract: object;
  readonly recording: object;
}

const TASK_MUTATIONS: readonly (readonly [name: string, change: (task: Task) => object])[] = [
  ['another output', task => ({ ...task, recording: { out: 'tea: ready\n' } })],
  ['an error output', task => ({ ...task, recording: { ...task.recording, err: '' } })],
  ['a contract that permits any order', task => ({ ...task, contract: { ...task.contract, order: 'any' } })],
  ['another exit code', task => ({ ...task, contract: { ...task.contract, exit: 1 } })],
  ['the id of another example', task => ({ ...task, id: 'tasks/names' })],
  ['the code of the solution', task => ({ ...task, sample: { entry: 'drinks.py', files: {} } })],
  ['nothing', () => ({})],
];

describe('the audit of a site with exercises', () => {
  let site: AuditedSite;
  beforeAll(async () => {
    site = await auditedSite('tests/fixtures/exercises', true);
  });
  afterAll(() => site.remove());

  test.for(PAGE_MUTATIONS)('refuses a page that %s', async ([name, change], { task }) => {
    const $ = load(await site.page(PAGE));
    const before = write($);
    expect(site.problemsIn(PAGE, before)).toEqual([]);
    change($);
    expect(write($)).not.toBe(before);
    recordAttack(task, {
      against: 'page',
      tried: `exercise that ${name}`,
      refused: 'not as its plan has it',
    });
    expect(site.problemsIn(PAGE, write($))).not.toEqual([]);
  });

  /** What is wrong with the site while a file of it is another one. */
  async function problemsWith(change: (path: string, text: string) => Promise<void>): Promise<string[]> {
    const path = join(site.dist, TASK);
    const text = await readFile(path, 'utf8');
    await change(path, text);
    const { problems } = await auditSite(site.dist, site.plan);
    await writeFile(path, text);
    // The search index was written after the audit.
    return problems.filter(({ file }) => !file.startsWith('dist/pagefind/')).map(({ title }) => title);
  }

  test.for(TASK_MUTATIONS)('refuses a task with %s', async ([, change]) => {
    const problems = await problemsWith((path, text) =>
      writeFile(path, JSON.stringify(change(JSON.parse(text) as Task))),
    );
    expect(problems).toEqual(['A page would run something else than what was verified.']);
  });

  test('refuses a site that lacks a task', async () => {
    expect(await problemsWith(path => rm(path))).toEqual(['This file of the site is missing.']);
  });

  test('has a task for the exercises alone that run in the browser, and no code in it', async () => {
    expect(await site.page(TASK)).not.toMatch(/import|async|TaskGroup/);
    await expect(site.page('examples/tasks/count/task.json')).rejects.toThrow('ENOENT');
    await expect(site.page('examples/tasks/drinks_start/task.json')).rejects.toThrow('ENOENT');
  });

  test('shows the task, the start and the solution in the Markdown edition', async () => {
    const edition = await site.page('advanced/tasks.md');
    const parts = ['Let all of them', 'code=tasks/drinks_start', '**Solution**', 'code=tasks/drinks\n'];
    const places = parts.map(part => edition.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    const other = ['code=tasks/drinks\n', 'code=tasks/names\n'] as const;
    expect(await problemsInEdition(site, 'advanced/tasks.md', ...other)).not.toEqual([]);
  });
});
