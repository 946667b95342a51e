import {
  ARTIFACT_LIMITS,
  artifactEnding,
  type ArtifactFault,
  isTextArtifact,
} from '../../artifacts/artifact-kind.ts';
import type { Files } from '../../artifacts/compare-artifacts.ts';
import { artifactFault } from '../../artifacts/read-artifact.ts';
import { decode, type Example } from '../../example/example.ts';
import { positionOfKey } from '../../example/metadata.ts';
import type { Problem } from '../../problems/problem.ts';
import { fail, type Result, succeed } from '../../problems/result.ts';
import { checkCharacters } from './check-characters.ts';

/** What of a run holds its files. */
interface Written {
  readonly artifacts?: Files | undefined;
  readonly artifactFaults?: ReadonlyMap<string, ArtifactFault> | undefined;
}

type Fault = Pick<Problem, 'title' | 'remedy'>;

/** The files that the contract names, if each is there and a page can show it; undefined if it names none. */
export function writtenArtifacts(
  example: Example,
  { artifacts, artifactFaults }: Written,
): Result<Files | undefined> {
  const names = Object.keys(example.contract.artifacts);
  if (names.length === 0) return succeed(undefined);
  const files = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  for (const name of names) {
    const bytes = artifacts?.get(name);
    const fault = bytes === undefined ? absent(name, artifactFaults?.get(name)) : unfit(name, bytes);
    if (fault !== undefined) problems.push({ file: example.file, ...positionOfKey(name, example), ...fault });
    if (bytes !== undefined) files.set(name, bytes);
  }
  return problems.length > 0 ? fail(...problems) : succeed(files);
}

const IN_FOLDER = 'Write it to the folder that the sample starts in';

/** What is wrong with a file that could not be read. */
function absent(name: string, fault: ArtifactFault = 'missing'): Fault {
  const faults = {
    missing: [
      `It did not write ${name}, which its contract names.`,
      `${IN_FOLDER}, under this name; or remove it from artifacts.`,
    ],
    link: [
      `${name} is a symbolic link, and an artifact is a file of its own.`,
      `${IN_FOLDER}, instead of linking it.`,
    ],
    'no file': [
      `${name} is no file: it is a folder, a pipe, a socket or a device.`,
      `${IN_FOLDER}, as a file.`,
    ],
    unreadable: [`${name} cannot be read.`, 'Leave it the permissions that open() gives it.'],
    'too large': [
      `${name} has more than ${ARTIFACT_LIMITS.bytes / 1e6} MB, which no page shows.`,
      'Draw less, or smaller; write fewer rows.',
    ],
  } as const satisfies Record<ArtifactFault, readonly [title: string, remedy: string]>;
  const [title, remedy] = faults[fault];
  return { title, remedy };
}

/** What is wrong with the bytes of a file. */
function unfit(name: string, bytes: Uint8Array): Fault | undefined {
  if (isTextArtifact(name)) {
    const text = decode(bytes);
    const wrong = text === undefined ? notUtf8(name) : unfitText(name, text);
    if (wrong !== undefined) return wrong;
  }
  const found = artifactFault(name, bytes);
  if (found === undefined) return undefined;
  const line = found.line === undefined ? '' : `, line ${found.line},`;
  return { title: `${name}${line} ${found.fault}.`, remedy: found.remedy };
}

const notUtf8 = (name: string): Fault => ({
  title: `What it wrote to ${name} is not UTF-8.`,
  remedy: 'Write text: open(…, "w", encoding="utf-8")',
});

const BYTE_ORDER_MARK = '\ufeff';

function unfitText(name: string, text: string): Fault | undefined {
  if (text.startsWith(BYTE_ORDER_MARK))
    return {
      title: `It wrote a byte order mark to ${name}.`,
      remedy: 'Open it with encoding="utf-8", without -sig.',
    };
  if (text.includes('\x1b'))
    return {
      title: `It wrote an escape sequence to ${name}.`,
      remedy: 'Write plain text: a file has no colors.',
    };
  return checkCharacters(withoutRecordEnds(name, text), name);
}

/**
 * A CSV in which every line ends as RFC 4180 writes it, with a carriage return before the line feed, as one
 * with line feeds alone. Python's csv module ends lines so unless it is asked for something else.
 */
function withoutRecordEnds(name: string, text: string): string {
  const isRegular = artifactEnding(name) === 'csv' && !/(?<!\r)\n/.test(text);
  return isRegular ? text.replaceAll('\r\n', '\n') : text;
}
