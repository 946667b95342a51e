import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { capture } from '../../core/text/plain-output.ts';
import { valueProps } from '../article/component-props.ts';
import type { Reference } from '../article/parse-mdx.ts';
import type { At } from './build-figure.ts';
import type { SoundExample } from './example-figure.ts';
import type { ValueFigure } from './figure.ts';

/** `<Value>` → a word of the prose, compared with the recording that holds for all versions. */
export function valueFigure(
  { props, text }: Pick<Reference, 'props' | 'text'>,
  { example, verified: [shown], recorded }: SoundExample,
  at: At,
): Result<ValueFigure> {
  const { success, data } = valueProps.safeParse(props);
  // The caller has reported what is wrong with the props.
  if (!success) return fail();
  const { match } = data;
  const recording = shown?.recording ?? recorded[0];
  const figure = { kind: 'value', id: example.id, match, text } as const;
  if (recording === undefined) return succeed(figure);
  const captured = capture(recording.out, match);
  if (captured === undefined)
    return fail({
      ...at('match'),
      title: `Nothing in the output of ${example.file} matches ${match}.`,
      remedy: 'Mend match: it is looked for in each line of the recorded output.',
    });
  if (captured === text) return succeed(figure);
  return fail({
    ...at(''),
    title: `The text says "${text}", and ${example.file} printed "${captured}".`,
    remedy: `<Value file="${String(props.file)}" match="${match}">${captured}</Value>`,
  });
}
