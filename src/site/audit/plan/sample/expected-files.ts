import type { Words } from '../../../../core/words/en/en.ts';
import type { SampledExample } from './audited-sample.ts';
import { collapse } from '../text/expected-text.ts';

/** What may be shown of a file beside the one that runs. */
export interface ExpectedFile {
  readonly name: string;
  readonly bytes: number;
  /** The text that is shown; absent if none is. */
  readonly text?: string | undefined;
  /** The sentence below it, or in its place. */
  readonly note?: string | undefined;
}

/** The files beside the one that runs: those with a tab of their own, and the others. */
export interface ExpectedFiles {
  readonly tabs: readonly ExpectedFile[];
  readonly others: readonly ExpectedFile[];
}

type FileWords = Words['runLine'];

/** What a figure shows of the files of an example; undefined if it is one file. */
export function expectedFiles(
  { sample, file }: Pick<SampledExample, 'sample' | 'file'>,
  words: FileWords,
): ExpectedFiles | undefined {
  if (sample?.archive === undefined) return undefined;
  const entry = file.slice(file.lastIndexOf('/') + 1);
  const names = [...sample.files.keys()].filter(name => name !== entry);
  const [programs, data] = [true, false].map(isProgram =>
    names.filter(name => name.endsWith('.py') === isProgram).sort(),
  );
  let shown = 0;
  const all = [...(programs ?? []), ...(data ?? [])].map((name, index): ExpectedFile => {
    const content = sample.files.get(name) ?? new Uint8Array();
    const bytes = content.length;
    if (index >= 8) return { name, bytes };
    if (bytes === 0) return { name, bytes, text: '', note: words.empty };
    const text = textOf(content);
    if (text === undefined) return { name, bytes, note: words.binary(bytes) };
    const count = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    if (shown + bytes <= 20_000 && count <= 200) {
      shown += bytes;
      return { name, bytes, text };
    }
    const head = text.split('\n').slice(0, 20).join('\n') + (count > 20 ? '\n' : '');
    const whole = count > 20 ? head : text;
    if (Buffer.byteLength(whole) > 2000) return { name, bytes, note: words.long(bytes) };
    if (count <= 20) shown += bytes;
    return { name, bytes, text: whole, note: count > 20 ? words.cut(count - 20, bytes) : undefined };
  });
  return { tabs: all.slice(0, 8), others: all.slice(8) };
}

/** Characters that nobody sees, or that reorder what is seen; those that join others belong to texts. */
const JOINERS = String.raw`\u200c\u200d\ufe0e\ufe0f`;
const IGNORED = String.raw`\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}`;
const HIDDEN = new RegExp(String.raw`[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}${IGNORED}]--[\t\n${JOINERS}]]`, 'v');

/** A text that a page can show; undefined if the bytes are none. */
function textOf(content: Uint8Array): string | undefined {
  const buffer = Buffer.from(content);
  const text = buffer.toString('utf8');
  const isWhole = Buffer.from(text).equals(buffer);
  return isWhole && !HIDDEN.test(text.replaceAll('\r\n', '\n')) ? text : undefined;
}

/**
 * The lines of a figure around the code of the file that runs: a tab for each file.
 * @param code the line of that code
 */
export function fileLines(
  example: SampledExample,
  anchor: string,
  code: string,
  words: FileWords,
): readonly string[] {
  const files = expectedFiles(example, words);
  if (files === undefined) return [code];
  const { tabs, others } = files;
  const name = `${anchor}-file`;
  const tab = (number: number, label: string): string[] => [
    `input${number === 1 ? '[checked=]' : ''}[id=${name}-${number}][name=${name}]: `,
    `label[for=${name}-${number}]: ${label}`,
    'div.version: ',
  ];
  const listed = others
    .slice(0, 30)
    .flatMap(each => [`li: ${words.size(each.bytes)}`, `code: ${collapse(each.name)}`]);
  return [
    'fieldset.versions.files: ',
    `legend: ${words.filesOf(anchor)}`,
    ...tab(1, example.file.slice(example.file.lastIndexOf('/') + 1)),
    code,
    ...tabs.flatMap((each, index) => [
      ...tab(index + 2, collapse(each.name)),
      ...(each.text ? [textLine(each.name, each.text, example.id, words.fileOf(each.name, anchor))] : []),
      ...(each.note === undefined ? [] : [`p.${each.text ? 'cut' : 'no-output'}: ${each.note}`]),
    ]),
    ...(others.length === 0
      ? []
      : [
          ...tab(tabs.length + 2, words.others(others.length)),
          'ul.more-files: ',
          ...listed,
          ...(others.length > 30 ? [`li: ${words.unnamed(others.length - 30)}`] : []),
        ]),
  ];
}

function textLine(name: string, text: string, id: string, label: string): string {
  return `pre.code[aria-label=${label}][data-file=${name}][data-of=${id}]: ${JSON.stringify(text)}`;
}
