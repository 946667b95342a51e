import { posix } from 'node:path';
import { shownCode, shownText } from '../../core/example/displayed-code.ts';
import type { Example } from '../../core/example/example.ts';
import { sliceLines } from '../../core/text/lines.ts';
import { shownOutput } from '../../core/text/plain-output.ts';
import type { Words } from '../../core/words/en/en.ts';
import type { Node } from '../article/mdx-tree.ts';
import { changedPart, differenceText } from '../figures/parts/code-and-output.ts';
import type { SoundExample } from '../figures/parts/checked-example.ts';
import {
  capitalized,
  type CodeBlock,
  type Figure,
  type FigureContent,
  type FigureVariant,
  isChangedElsewhere,
  isEmptyVersion,
  surroundingWords,
  type OutputBlock,
  verifiedWords,
} from '../figures/parts/figure.ts';
import { browserWords } from '../figures/parts/browser-facts.ts';
import { artifactMarkdown } from './artifact-markdown.ts';
import { notesMarkdown } from './notes-markdown.ts';
import { filesMarkdown } from './files-markdown.ts';
import { outcomesMarkdown } from './outcomes-markdown.ts';
import { downloadUrl } from '../routes.ts';
import { linkTo } from '../site-url.ts';
import { fenced, inlineCode, link, paragraph, rawBlock, strong, text } from './markdown-nodes.ts';

type ResultWords = Words['result'];

/**
 * Everything that `<Example>` shows → Markdown: code, verdict, the outputs of all versions, and variants.
 * @param notes what the notes on its code hold
 */
export function figureMarkdown(
  figure: Figure,
  checked: SoundExample,
  words: Words,
  notes?: readonly (readonly Node[])[],
): readonly Node[] {
  const name = figure.title === figure.entry ? inlineCode(figure.title) : text(figure.title);
  const variants = figure.variants.flatMap(content => {
    const found = checked.variants.find(({ example }) => example?.id === content.id);
    return found?.example === undefined
      ? []
      : variantNodes(content, { ...found, example: found.example }, words);
  });
  return [...contentNodes(figure, checked, name, words, notes), ...variants];
}

/** A variant, below its original: what it changes, and what it printed. */
function variantNodes(content: FigureVariant, checked: SoundExample, words: Words): readonly Node[] {
  const { result } = words;
  const heading = paragraph(strong(result.variantDiffers(capitalized(content.change.name))));
  const isHidden = !content.change.isRecorded && content.verdict === 'verified';
  return [
    ...(content.verdict === 'verified' ? [heading] : []),
    ...contentNodes(content, checked, inlineCode(posix.basename(content.file)), words),
    ...(isHidden ? [paragraph(text(result.differsAlways))] : []),
  ];
}

/** @param name of the file, which links to its download */
function contentNodes(
  content: FigureContent,
  { example, verified }: SoundExample,
  name: Node,
  { result, runLine }: Words,
  notes?: readonly (readonly Node[])[],
): readonly Node[] {
  const { id, code, versions, outcomes, verdict, notVerified, skipped, otherVersions, browser } = content;
  const download = link(linkTo(downloadUrl(content.file)), name);
  const of = code === undefined ? [text(result.ofFile), download] : [];
  const outputs = versions.flatMap(version => {
    const by = ` ${result.by(version.python, surroundingWords(content, result))}`;
    const { outputs: printed, hang, artifacts } = version;
    if (isEmptyVersion(version)) return [paragraph(text(result.noOutput), ...of, text(`${by}.`))];
    const recording = verified.find(each => each.recording.tag === version.tag)?.recording;
    const panels = printed.flatMap(output => {
      const { stream, lines } = output;
      const label = stream === 'out' ? result.output : result.errorOutput;
      const streamText = (stream === 'err' ? recording?.err : recording?.out) ?? '';
      const facts = { output: id, stream, python: version.tag, lines };
      const end = introduction(
        content,
        `${by}${range(output, result)}`,
        output === versions[0]?.outputs[0],
        result,
      );
      return [
        paragraph(text(label), ...of, text(end)),
        rawBlock(fenced('text', facts, shownOutput(sliceLines(streamText, lines)))),
      ];
    });
    const files = artifacts.flatMap((artifact, index) => {
      const bytes = recording?.artifacts?.get(artifact.name) ?? new Uint8Array();
      const isFirst = versions[0] === version && printed.length + index === 0;
      const promised = isFirst ? promises(content, result) : [];
      return [
        ...(promised.length === 0 ? [] : [paragraph(text(promised.join(' ')))]),
        ...artifactMarkdown(artifact, { id, tag: version.tag, bytes }, by, result),
      ];
    });
    if (hang === undefined) return [...panels, ...files];
    const isFirst = versions[0] === version && printed.length === 0;
    const facts = { output: id, stream: 'waits', python: version.tag };
    return [
      ...panels,
      paragraph(text(result.hangs), ...of, text(introduction(content, by, isFirst, result))),
      rawBlock(fenced('text', facts, shownOutput(recording?.waits ?? ''))),
    ];
  });
  return [
    ...(code === undefined ? [] : codeNodes(content, code, example, download, result)),
    ...notesMarkdown(code?.notes, notes),
    ...filesMarkdown(content, runLine),
    ...outputs,
    ...(outcomes === undefined ? [] : outcomesMarkdown(content, outcomes, of, result)),
    ...(notVerified === undefined ? [] : [paragraph(strong(result.notVerified), text(` ${notVerified}`))]),
    ...(skipped === undefined ? [] : [paragraph(strong(result.notRun), text(` ${skipped}`))]),
    ...(verdict === 'verified' && versions.length === 0 && outcomes === undefined
      ? [paragraph(text([`${verifiedWords(content, result)}.`, ...promises(content, result)].join(' ')))]
      : []),
    ...(otherVersions === undefined ? [] : [paragraph(text(result.otherVersions(otherVersions)))]),
    ...(code === undefined || browser === undefined
      ? []
      : [paragraph(text(`${browserWords(browser, result)}.`))]),
  ];
}

/** What follows the name of a panel; at the first, what is promised. */
function introduction(content: FigureContent, head: string, isFirst: boolean, result: ResultWords): string {
  const promised = isFirst ? promises(content, result) : [];
  return promised.length === 0 ? `${head}:` : [`${head}.`, ...promised].join(' ');
}

/** The code of an example; of a variant, the difference from its original. */
function codeNodes(
  content: FigureContent,
  { region, block, notes }: CodeBlock,
  example: Example,
  download: Node,
  result: ResultWords,
): readonly Node[] {
  const { id, variant } = example;
  const of = region === undefined ? [] : [text(result.region), inlineCode(region)];
  const shown =
    variant === undefined
      ? shownText(shownCode(example, region, block))
      : differenceText(changedPart(example, variant, { region, block }));
  const facts = { code: id, region, block, notes: notes?.map(({ line }) => line).join(',') };
  return [
    paragraph(download, ...of, text(':')),
    ...(isChangedElsewhere(content) ? [paragraph(text(result.changedElsewhere))] : []),
    rawBlock(fenced(variant === undefined ? 'python' : 'diff', facts, shown)),
  ];
}

function promises({ exit, promise }: FigureContent, result: ResultWords): string[] {
  return [
    ...(exit === undefined ? [] : [result.exitCode(exit)]),
    ...(promise === undefined ? [] : [promise]),
  ];
}

/** `, lines 2 to 4 of 9` of an output that is cut. */
function range({ lines, lineCount, cutBefore, cutAfter }: OutputBlock, result: ResultWords): string {
  const [from = 1, to = from] = lines?.split('-').map(Number) ?? [];
  return lines === undefined ? '' : result.range(from, to, cutBefore + lineCount + cutAfter);
}
