import { type CheerioAPI, load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuditedSite, auditedSite, problemsInEdition } from '../../fixtures/audited-site.ts';
import { write } from '../../fixtures/page-mutations.ts';

const PAGE = 'advanced/good/index.html';
const MARKER = '#greeting-greet .at';

/** Changes of a page that would show other notes on code, or a code that is not as it is with its notes. */
const NOTE_MUTATIONS: readonly (readonly [name: string, change: ($: CheerioAPI) => unknown])[] = [
  ['lacks a marker', $ => $(MARKER).first().remove()],
  ['has a marker twice', $ => $(MARKER).first().after($(MARKER).first().clone().removeAttr('id'))],
  ['has a marker at another line', $ => $(MARKER).first().insertBefore($(MARKER).last())],
  ['has a marker within a line', $ => $(MARKER).first().parent().prepend($(MARKER).first())],
  ['has a marker of another id', $ => $(MARKER).first().attr('id', 'greeting-greet.at-3')],
  ['leads from a marker to another note', $ => $(MARKER).first().attr('href', '#greeting-greet.note-2')],
  ['names a marker as another', $ => $(MARKER).first().attr('aria-label', 'Note 2')],
  ['writes a text into a marker', $ => $(MARKER).first().text('not ')],
  ['puts code into a marker', $ => $(MARKER).first().prev().appendTo($(MARKER).first())],
  ['has a marker that is no link', $ => $(MARKER).first().replaceWith('<span class="at"></span>')],
  ['has a marker in an output', $ => $('samp').first().append('<a class="at"></a>')],
  ['has a marker in a fence', $ => $('.fence code').first().append('<a class="at"></a>')],
  ['lacks the notes', $ => $('.notes').remove()],
  ['lacks a note', $ => $('.notes li').last().remove()],
  ['swaps two notes', $ => $('.notes li').last().insertBefore($('.notes li').first())],
  [
    'swaps the texts of two notes',
    $ =>
      $('.note')
        .first()
        .html($('.note').last().html() ?? ''),
  ],
  ['has another text in a note', $ => $('.note').last().text('It never greets.')],
  ['has a note of another line', $ => $('.notes a').first().text('Line 9')],
  ['leads from a note to another line', $ => $('.notes a').first().attr('href', '#greeting-greet.at-2')],
  ['has a note of another id', $ => $('.notes li').first().attr('id', 'greeting-greet.note-3')],
  ['has a note before the code', $ => $('.notes').insertBefore('#greeting-greet .code')],
  ['has a block in a note', $ => $('.note').last().html('<pre>It greets, as a page says.</pre>')],
  ['has a figure in a note', $ => $('.note').first().append($('figure').last())],
  ['quotes another value in a note', $ => $('.note [data-value]').text('Bob')],
  ['has a link that runs in a note', $ => $('.note a').last().attr('href', 'javascript:alert(1)')],
  ['says in a note that it was verified', $ => $('.note').last().append(' Verified with CPython 3.14.')],
  ['marks another line', $ => $('#greeting-greet mark').first().replaceWith('<span>x\n</span>')],
  ['indents a line by another class', $ => $('#greeting-greet .i4').first().attr('class', 'i8')],
  ['indents a line by no class', $ => $('#greeting-greet .i4').first().removeAttr('class')],
  ['numbers a line as another', $ => $('#greeting-greet .code span[class^=n]').first().attr('class', 'n1')],
  ['has no button that copies', $ => $('#greeting-greet [data-copy]').remove()],
  ['has its buttons below', $ => $('#greeting-greet .at-head').insertAfter('#greeting-greet .panel')],
  ['names another version', $ => $('.checked').first().text('Verified with CPython 3.99')],
  ['leads from the proof elsewhere', $ => $('a.checked').first().attr('href', '/examples/basics/raises/')],
];

describe('the audit of a page with notes on code', () => {
  let site: AuditedSite;
  beforeAll(async () => {
    site = await auditedSite('tests/fixtures/site');
  });
  afterAll(() => site.remove());

  test.for(NOTE_MUTATIONS)('refuses one that %s', async ([, change]) => {
    const $ = load(await site.page(PAGE));
    const before = write($);
    expect(site.problemsIn(PAGE, before)).toEqual([]);
    change($);
    expect(write($)).not.toBe(before);
    expect(site.problemsIn(PAGE, write($))).not.toEqual([]);
  });

  test.for([
    ['a note at another line', '1. **Line 8:** ', '1. **Line 9:** '],
    ['a code that names another line', 'notes=8,9', 'notes=8,10'],
    ['a code that names no notes', ' notes=8,9', ''],
    ['a note less', '2. **Line 9:** It greets, as [a page](/verified/) says.', ''],
  ] as const)('refuses a Markdown edition with %s', async ([, found, other]) => {
    expect(await problemsInEdition(site, 'advanced/good.md', found, other)).not.toEqual([]);
  });

  test('the Markdown edition has the notes below the code', async () => {
    expect(await site.page('advanced/good.md')).toContain(
      '1. **Line 8:** Called *once*, for Ada.\n2. **Line 9:** It greets, as [a page](/verified/) says.\n',
    );
  });
});
