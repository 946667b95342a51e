import type { Example } from '../../../core/example/example.ts';
import { suggestion } from '../../../core/problems/suggest.ts';
import type { FigureProps, PropProblem } from '../../article/component-props.ts';

/** The names in a prop such as `artifacts="plot.svg, times.csv"`. */
function namesIn(text: string): readonly string[] {
  return text.split(',').map(name => name.trim());
}

/** Whether a figure shows an artifact. Without the prop, artifacts are shown where outputs are. */
export function choosesArtifact({ artifacts, output = true }: FigureProps): (name: string) => boolean {
  if (typeof artifacts !== 'string') return () => artifacts ?? output;
  const names = namesIn(artifacts);
  return name => names.includes(name);
}

/** Names in the prop that are those of no artifact of the example. */
export function unknownArtifacts(
  { file, contract }: Pick<Example, 'file' | 'contract'>,
  { artifacts }: FigureProps,
): PropProblem[] {
  if (typeof artifacts !== 'string') return [];
  const known = Object.keys(contract.artifacts);
  return namesIn(artifacts).flatMap(name => {
    if (known.includes(name)) return [];
    const title = `${file} has no artifact "${name}".`;
    const key = `artifacts = { "${name}" = "What it shows" }`;
    const none = `Remove artifacts; or name the file in the block: ${key}`;
    if (name === 'true' || name === 'false')
      return { prop: 'artifacts', title, remedy: `artifacts={${name}}` };
    return { prop: 'artifacts', title, remedy: known.length === 0 ? none : suggestion(name, known) };
  });
}
