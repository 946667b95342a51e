import type { Example } from '../core/example.ts';
import { joinLines, splitLines } from '../core/lines.ts';
import type { Recording } from '../core/recording.ts';
import { shownCode, shownText } from '../core/shown.ts';
import type { Figure, OutputBlock } from './figure.ts';
import { shownOutput } from './resolve.ts';
import { fenced } from './twin-fence.ts';

/** Everything that `<Example>` shows → Markdown: the code, what was proved in words, the outputs. */
export function figureMarkdown(figure: Figure, example: Example, recording: Recording | undefined): string {
  const { id, code, outputs, verdict, reason, python } = figure;
  const link = `[${figure.title === figure.entry ? `\`${figure.title}\`` : figure.title}](/${example.file})`;
  const blocks: string[] = [];
  if (code !== undefined) {
    const { region, block } = code;
    blocks.push(region === undefined ? `${link}:` : `${link}, region \`${region}\`:`, fenced('python', { code: id, region, block }, shownText(shownCode(example, region, block))));
  }
  outputs.forEach((output, index) => {
    const { stream, lines } = output;
    const text = (stream === 'err' ? recording?.err : recording?.out) ?? '';
    const promised = index === 0 ? promises(figure) : [];
    blocks.push([`${output.label}${code === undefined ? ` of ${link}` : ''} (CPython ${python}, proved)${cut(output)}${promised.length === 0 ? ':' : '.'}`, ...promised].join(' '));
    blocks.push(fenced('text', { output: id, stream, lines }, shownOutput(cutOut(text, lines))));
  });
  if (verdict !== 'verified') blocks.push(`**${verdict === 'skipped' ? 'Not run' : 'Not proved'}:** ${reason ?? verdict}`);
  else if (outputs.length === 0) blocks.push([`Proved with CPython ${python}.`, ...promises(figure)].join(' '));
  return blocks.join('\n\n');
}

function promises({ exit, promise }: Figure): string[] {
  return [...(exit === undefined ? [] : [`Exit code ${exit}.`]), ...(promise === undefined ? [] : [promise])];
}

function cut({ lines, lineCount, cutBefore, cutAfter }: OutputBlock): string {
  return lines === undefined ? '' : `, lines ${lines.replace('-', ' to ')} of ${cutBefore + lineCount + cutAfter}`;
}

function cutOut(text: string, range: string | undefined): string {
  if (range === undefined) return text;
  const { lines, closed } = splitLines(text);
  const [from = 1, to = lines.length] = range.split('-').map(Number);
  return joinLines({ lines: lines.slice(from - 1, to), closed: to < lines.length || closed });
}
