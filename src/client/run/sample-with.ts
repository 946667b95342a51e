import { base64, type BrowserSample } from '../../core/browser/browser-sample.ts';

/** What a reader changed; absent parts stay as they are. */
export interface Changes {
  /** The whole file that runs. */
  readonly source?: string | undefined;
  readonly stdin?: string | undefined;
}

/** A sample as a reader changed it. */
export function sampleWith(
  sample: BrowserSample,
  { source = sourceOf(sample), stdin = sample.stdin }: Changes,
): BrowserSample {
  const bytes = new TextEncoder().encode(source);
  return { ...sample, stdin, files: { ...sample.files, [sample.entry]: base64(bytes) } };
}

/** The text of the file that runs. */
export function sourceOf({ entry, files }: BrowserSample): string {
  const bytes = Uint8Array.from(atob(files[entry] ?? ''), character => character.charCodeAt(0));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
