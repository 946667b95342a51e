import { ARTIFACT_NAME, RESERVED_NAMES } from '../artifacts/artifact-kind.ts';
import type { DocumentForm } from '../contract/tables/timeline-table.ts';
import type { Stream } from '../printed-text.ts';
import type { Example } from './example.ts';

/** The name of a recording's file, taken apart. */
interface RecordingName {
  /** File of its example: `threading/locks.py`, below the same folder as the recording. */
  readonly file: string;
  /** The variant of that example which printed it; absent for the example itself. */
  readonly slug?: string | undefined;
  /** Tag of the only Python version that it is for; absent for the recording of all versions. */
  readonly tag?: string | undefined;
  readonly part: Stream;
  /** Set if it holds no output but a document: then the part is `out`. */
  readonly form?: DocumentForm | undefined;
  /** Set if it is a file that the run left, by its name: `plot.svg`. Then the part is `out`. */
  readonly artifact?: string | undefined;
}

/** What an example has whose recording may be a document. */
export interface WithForm {
  readonly contract?: { readonly form?: DocumentForm | undefined } | undefined;
}

/** A tag is a minor version, with a `t` for the free-threaded build: `3.13`, `3.13t`. */
const NAME = new RegExp(
  [
    String.raw`^(?<stem>.*?)(?:\.(?<slug>[a-z][a-z0-9]*(?:-[a-z0-9]+)*))?`,
    String.raw`(?:\.(?<tag>3\.\d+t?))?`,
    String.raw`\.(?:(?<part>out|err|waits)|(?<form>timeline|outcomes)\.json`,
    String.raw`|(?<artifact>(?!requirements\.txt$)${ARTIFACT_NAME}))$`,
  ].join(''),
  's',
);

/**
 * `examples/a/b.py` → `examples/a/b.out`; `examples/a/b.3.13.out` for a version, and
 * `examples/a/b.without-the-lock.out` for a variant.
 * An example that is a folder is named by its `main.py`: `examples/a/b/main.out`.
 */
export function recordingFile(
  file: string,
  part: Stream,
  tag?: string,
  slug?: string,
  form?: DocumentForm,
): string {
  const ending = form !== undefined && part === 'out' ? `${form}.json` : part;
  return withEnding(file, slug, tag, ending);
}

function withEnding(file: string, ...parts: readonly (string | undefined)[]): string {
  return file.replace(/\.py$/, parts.map(each => (each === undefined ? '' : `.${each}`)).join(''));
}

/** The recording of an example, which may be a variant, or a picture: `examples/a/b.timeline.json`. */
export function recordingOf(
  { file, variant, contract }: Pick<Example, 'file' | 'variant'> & WithForm,
  part: Stream,
  tag?: string,
): string {
  return recordingFile(file, part, tag, variant?.slug, contract?.form);
}

/**
 * The recorded file of an example: `examples/a/b.plot.svg`, `examples/a/b.without-the-lock.3.13.plot.svg`.
 */
export function artifactRecording(
  { file, variant }: Pick<Example, 'file' | 'variant'>,
  name: string,
  tag?: string,
): string {
  return withEnding(file, variant?.slug, tag, name);
}

/** The inverse: `examples/a/b.3.13.out` → its example, tag and part; undefined if it names no recording. */
export function parseRecordingName(path: string): RecordingName | undefined {
  const { stem = '', slug, tag, part, form, artifact } = NAME.exec(path)?.groups ?? {};
  const named = { file: `${stem}.py`, slug, tag };
  if (form !== undefined) return { ...named, part: 'out', form: form as DocumentForm };
  if (artifact !== undefined)
    return RESERVED_NAMES.includes(artifact) ? undefined : { ...named, part: 'out', artifact };
  return part === undefined ? undefined : { ...named, part: part as Stream };
}
