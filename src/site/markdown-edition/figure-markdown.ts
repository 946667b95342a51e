import type { Example } from '../../core/example/example.ts';
import { sliceLines } from '../../core/text/lines.ts';
import { shownCode, shownText } from '../../core/example/displayed-code.ts';
import { type Figure, type FigureVersion, type OutputBlock, otherVersionsSentence } from '../figures/figure.ts';
import type { Proof } from '../figures/example-proofs.ts';
import { shownOutput } from '../../core/text/plain-output.ts';
import { fenced } from './fenced-code.ts';

/** Everything that `<Example>` shows → Markdown: the code, its verdict in words, the outputs of every version. */
export function figureMarkdown(figure: Figure, example: Example, proved: Proof['proved']): string {
  const { id, code, versions, python, notVerified, skipped, otherVersions } = figure;
  const link = `[${figure.title === figure.entry ? `\`${figure.title}\`` : figure.title}](/${example.file})`;
  const blocks: string[] = [];
  if (code !== undefined) {
    const { region, block } = code;
    blocks.push(
      region === undefined ? `${link}:` : `${link}, region \`${region}\`:`,
      fenced('python', { code: id, region, block }, shownText(shownCode(example, region, block))),
    );
  }
  shownOutputs(versions).forEach(({ version, output }, index) => {
    const promised = index === 0 ? promises(figure) : [];
    const of = code === undefined ? ` of ${link}` : '';
    if (output === undefined) return void blocks.push(`No output${of} (CPython ${version.python}, verified).`);
    const { stream, lines } = output;
    const recording = proved.find(each => each.recording.variant === version.variant)?.recording;
    const text = (stream === 'err' ? recording?.err : recording?.out) ?? '';
    blocks.push(
      [
        `${output.label}${of} (CPython ${version.python}, verified)${cut(output)}${promised.length === 0 ? ':' : '.'}`,
        ...promised,
      ].join(' '),
    );
    blocks.push(
      fenced(
        'text',
        { output: id, stream, python: version.variant, lines },
        shownOutput(sliceLines(text, lines)),
      ),
    );
  });
  if (notVerified !== undefined) blocks.push(`**Not verified:** ${notVerified}`);
  else if (skipped !== undefined) blocks.push(`**Not run:** ${skipped}`);
  else if (versions.length === 0)
    blocks.push([`Verified with CPython ${python}.`, ...promises(figure)].join(' '));
  if (otherVersions !== undefined) blocks.push(otherVersionsSentence(otherVersions));
  return blocks.join('\n\n');
}

/** Each output with its version; a version that printed nothing has none. */
function shownOutputs(
  versions: readonly FigureVersion[],
): { readonly version: FigureVersion; readonly output?: OutputBlock }[] {
  return versions.flatMap(version =>
    version.outputs.length === 0 ? [{ version }] : version.outputs.map(output => ({ version, output })),
  );
}

function promises({ exit, promise }: Figure): string[] {
  return [...(exit === undefined ? [] : [`Exit code ${exit}.`]), ...(promise === undefined ? [] : [promise])];
}

function cut({ lines, lineCount, cutBefore, cutAfter }: OutputBlock): string {
  return lines === undefined
    ? ''
    : `, lines ${lines.replace('-', ' to ')} of ${cutBefore + lineCount + cutAfter}`;
}
