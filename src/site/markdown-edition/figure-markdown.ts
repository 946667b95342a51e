import { shownCode, shownText } from '../../core/example/displayed-code.ts';
import type { Example } from '../../core/example/example.ts';
import { sliceLines } from '../../core/text/lines.ts';
import { shownOutput } from '../../core/text/plain-output.ts';
import type { Node } from '../article/mdx-tree.ts';
import type { CheckedExample } from '../figures/checked-example.ts';
import { type Figure, networkWords, type OutputBlock, otherVersionsSentence } from '../figures/figure.ts';
import { downloadUrl } from '../routes.ts';
import { linkTo } from '../site-url.ts';
import { fenced, inlineCode, link, paragraph, rawBlock, strong, text } from './markdown-nodes.ts';

/** Everything that `<Example>` shows → Markdown: code, verdict, and the outputs of every version. */
export function figureMarkdown(
  figure: Figure,
  example: Example,
  verified: CheckedExample['verified'],
): readonly Node[] {
  const { code, versions, verdict, notVerified, skipped, python, otherVersions } = figure;
  const name = figure.title === figure.entry ? inlineCode(figure.title) : text(figure.title);
  const download = link(linkTo(downloadUrl(example.file)), name);
  const of = code === undefined ? [text(' of '), download] : [];
  const outputs = versions.flatMap(version => {
    const by = ` (CPython ${version.python}${networkWords(figure)}, verified)`;
    if (version.outputs.length === 0) return [paragraph(text('No output'), ...of, text(`${by}.`))];
    const recording = verified.find(each => each.recording.tag === version.tag)?.recording;
    return version.outputs.flatMap(output => {
      const { stream, lines, label } = output;
      const printed = (stream === 'err' ? recording?.err : recording?.out) ?? '';
      const facts = { output: figure.id, stream, python: version.tag, lines };
      const promised = output === versions[0]?.outputs[0] ? promises(figure) : [];
      const head = `${by}${range(output)}`;
      const end = promised.length === 0 ? `${head}:` : [`${head}.`, ...promised].join(' ');
      return [
        paragraph(text(label), ...of, text(end)),
        rawBlock(fenced('text', facts, shownOutput(sliceLines(printed, lines)))),
      ];
    });
  });
  return [
    ...(code === undefined ? [] : codeNodes(figure.id, example, code, download)),
    ...outputs,
    ...(notVerified === undefined ? [] : [paragraph(strong('Not verified:'), text(` ${notVerified}`))]),
    ...(skipped === undefined ? [] : [paragraph(strong('Not run:'), text(` ${skipped}`))]),
    ...(verdict === 'verified' && versions.length === 0
      ? [
          paragraph(
            text([`Verified with CPython ${python}${networkWords(figure)}.`, ...promises(figure)].join(' ')),
          ),
        ]
      : []),
    ...(otherVersions === undefined ? [] : [paragraph(text(otherVersionsSentence(otherVersions)))]),
  ];
}

function codeNodes(
  id: string,
  example: Example,
  { region, block }: NonNullable<Figure['code']>,
  download: Node,
): readonly Node[] {
  const of = region === undefined ? [] : [text(', region '), inlineCode(region)];
  return [
    paragraph(download, ...of, text(':')),
    rawBlock(fenced('python', { code: id, region, block }, shownText(shownCode(example, region, block)))),
  ];
}

function promises({ exit, promise }: Figure): string[] {
  return [...(exit === undefined ? [] : [`Exit code ${exit}.`]), ...(promise === undefined ? [] : [promise])];
}

/** `, lines 2 to 4 of 9` of an output that is cut. */
function range({ lines, lineCount, cutBefore, cutAfter }: OutputBlock): string {
  return lines === undefined
    ? ''
    : `, lines ${lines.replace('-', ' to ')} of ${cutBefore + lineCount + cutAfter}`;
}
