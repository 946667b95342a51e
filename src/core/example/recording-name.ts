import type { Stream } from '../contract/printed-text.ts';

/** The name of a recording's file, taken apart. */
interface RecordingName {
  /** File of its example: `threading/locks.py`, below the same folder as the recording. */
  readonly file: string;
  /** Tag of the only Python version that it is for; absent for the recording of all versions. */
  readonly tag?: string | undefined;
  readonly part: Stream;
}

/** A tag is a minor version, with a `t` for the free-threaded build: `3.13`, `3.13t`. */
const NAME = /^(?<stem>.*?)(?:\.(?<tag>3\.\d+t?))?\.(?<part>out|err)$/s;

/**
 * `examples/a/b.py` → `examples/a/b.out`, and `examples/a/b.3.13.out` for a version.
 * An example that is a folder is named by its `main.py`: `examples/a/b/main.out`.
 */
export function recordingFile(file: string, part: Stream, tag?: string): string {
  return file.replace(/\.py$/, `${tag === undefined ? '' : `.${tag}`}.${part}`);
}

/** The inverse: `examples/a/b.3.13.out` → its example, tag and part; undefined if it names no recording. */
export function parseRecordingName(path: string): RecordingName | undefined {
  const { stem = '', tag, part } = NAME.exec(path)?.groups ?? {};
  return part === undefined ? undefined : { file: `${stem}.py`, tag, part: part as Stream };
}
