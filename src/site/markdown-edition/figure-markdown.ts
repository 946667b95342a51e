import { posix } from 'node:path';
import { shownCode, shownText } from '../../core/example/displayed-code.ts';
import type { Example } from '../../core/example/example.ts';
import { sliceLines } from '../../core/text/lines.ts';
import { shownOutput } from '../../core/text/plain-output.ts';
import type { Node } from '../article/mdx-tree.ts';
import { changedPart, differenceText } from '../figures/parts/code-and-output.ts';
import type { SoundExample } from '../figures/parts/checked-example.ts';
import {
  capitalized,
  CHANGED_ELSEWHERE,
  type CodeBlock,
  DIFFERS_ALWAYS,
  type Figure,
  type FigureContent,
  type FigureVariant,
  isChangedElsewhere,
  isEmptyVersion,
  surroundingWords,
  type OutputBlock,
  otherVersionsSentence,
  verifiedWords,
} from '../figures/parts/figure.ts';
import { browserWords } from '../figures/parts/browser-facts.ts';
import { artifactMarkdown } from './artifact-markdown.ts';
import { filesMarkdown } from './files-markdown.ts';
import { outcomesMarkdown } from './outcomes-markdown.ts';
import { downloadUrl } from '../routes.ts';
import { linkTo } from '../site-url.ts';
import { fenced, inlineCode, link, paragraph, rawBlock, strong, text } from './markdown-nodes.ts';

/** Everything that `<Example>` shows → Markdown: code, verdict, the outputs of all versions, and variants. */
export function figureMarkdown(figure: Figure, checked: SoundExample): readonly Node[] {
  const name = figure.title === figure.entry ? inlineCode(figure.title) : text(figure.title);
  const variants = figure.variants.flatMap(content => {
    const found = checked.variants.find(({ example }) => example?.id === content.id);
    return found?.example === undefined ? [] : variantNodes(content, { ...found, example: found.example });
  });
  return [...contentNodes(figure, checked, name), ...variants];
}

/** A variant, below its original: what it changes, and what it printed. */
function variantNodes(content: FigureVariant, checked: SoundExample): readonly Node[] {
  const heading = paragraph(strong(`${capitalized(content.change.name)}, it does something else:`));
  const isHidden = !content.change.isRecorded && content.verdict === 'verified';
  return [
    ...(content.verdict === 'verified' ? [heading] : []),
    ...contentNodes(content, checked, inlineCode(posix.basename(content.file))),
    ...(isHidden ? [paragraph(text(DIFFERS_ALWAYS))] : []),
  ];
}

/** @param name of the file, which links to its download */
function contentNodes(
  content: FigureContent,
  { example, verified }: SoundExample,
  name: Node,
): readonly Node[] {
  const { id, code, versions, outcomes, verdict, notVerified, skipped, otherVersions, browser } = content;
  const download = link(linkTo(downloadUrl(content.file)), name);
  const of = code === undefined ? [text(' of '), download] : [];
  const outputs = versions.flatMap(version => {
    const by = ` (CPython ${version.python}${surroundingWords(content)}, verified)`;
    const { outputs: printed, hang, artifacts } = version;
    if (isEmptyVersion(version)) return [paragraph(text('No output'), ...of, text(`${by}.`))];
    const recording = verified.find(each => each.recording.tag === version.tag)?.recording;
    const panels = printed.flatMap(output => {
      const { stream, lines, label } = output;
      const streamText = (stream === 'err' ? recording?.err : recording?.out) ?? '';
      const facts = { output: id, stream, python: version.tag, lines };
      const end = introduction(content, `${by}${range(output)}`, output === versions[0]?.outputs[0]);
      return [
        paragraph(text(label), ...of, text(end)),
        rawBlock(fenced('text', facts, shownOutput(sliceLines(streamText, lines)))),
      ];
    });
    const files = artifacts.flatMap((artifact, index) => {
      const bytes = recording?.artifacts?.get(artifact.name) ?? new Uint8Array();
      const isFirst = versions[0] === version && printed.length + index === 0;
      const promised = isFirst ? promises(content) : [];
      return [
        ...(promised.length === 0 ? [] : [paragraph(text(promised.join(' ')))]),
        ...artifactMarkdown(artifact, { id, tag: version.tag, bytes }, by),
      ];
    });
    if (hang === undefined) return [...panels, ...files];
    const isFirst = versions[0] === version && printed.length === 0;
    const facts = { output: id, stream: 'waits', python: version.tag };
    return [
      ...panels,
      paragraph(text(hang.label), ...of, text(introduction(content, by, isFirst))),
      rawBlock(fenced('text', facts, shownOutput(recording?.waits ?? ''))),
    ];
  });
  return [
    ...(code === undefined ? [] : codeNodes(content, code, example, download)),
    ...filesMarkdown(content),
    ...outputs,
    ...(outcomes === undefined ? [] : outcomesMarkdown(content, outcomes, of)),
    ...(notVerified === undefined ? [] : [paragraph(strong('Not verified:'), text(` ${notVerified}`))]),
    ...(skipped === undefined ? [] : [paragraph(strong('Not run:'), text(` ${skipped}`))]),
    ...(verdict === 'verified' && versions.length === 0 && outcomes === undefined
      ? [paragraph(text([`${verifiedWords(content)}.`, ...promises(content)].join(' ')))]
      : []),
    ...(otherVersions === undefined ? [] : [paragraph(text(otherVersionsSentence(otherVersions)))]),
    ...(code === undefined || browser === undefined ? [] : [paragraph(text(`${browserWords(browser)}.`))]),
  ];
}

/** What follows the name of a panel; at the first, what is promised. */
function introduction(content: FigureContent, head: string, isFirst: boolean): string {
  const promised = isFirst ? promises(content) : [];
  return promised.length === 0 ? `${head}:` : [`${head}.`, ...promised].join(' ');
}

/** The code of an example; of a variant, the difference from its original. */
function codeNodes(
  content: FigureContent,
  { region, block }: CodeBlock,
  example: Example,
  download: Node,
): readonly Node[] {
  const { id, variant } = example;
  const of = region === undefined ? [] : [text(', region '), inlineCode(region)];
  const shown =
    variant === undefined
      ? shownText(shownCode(example, region, block))
      : differenceText(changedPart(example, variant, { region, block }));
  return [
    paragraph(download, ...of, text(':')),
    ...(isChangedElsewhere(content) ? [paragraph(text(CHANGED_ELSEWHERE))] : []),
    rawBlock(fenced(variant === undefined ? 'python' : 'diff', { code: id, region, block }, shown)),
  ];
}

function promises({ exit, promise }: FigureContent): string[] {
  return [...(exit === undefined ? [] : [`Exit code ${exit}.`]), ...(promise === undefined ? [] : [promise])];
}

/** `, lines 2 to 4 of 9` of an output that is cut. */
function range({ lines, lineCount, cutBefore, cutAfter }: OutputBlock): string {
  return lines === undefined
    ? ''
    : `, lines ${lines.replace('-', ' to ')} of ${cutBefore + lineCount + cutAfter}`;
}
