import { ARTIFACT_FAULTS, ARTIFACT_LIMITS, type ArtifactFault } from '../../core/artifacts/artifact-kind.ts';
import { FILES_FD } from '../process/shell-report.ts';

/** The files of a run that its contract names, and why the others could not be read. */
export interface RunFiles {
  readonly artifacts: ReadonlyMap<string, Uint8Array>;
  readonly artifactFaults: ReadonlyMap<string, ArtifactFault>;
}

/** Bytes that all files of a run may have together, with the lines between them. */
export const SENT_BYTES = ARTIFACT_LIMITS.count * (ARTIFACT_LIMITS.bytes + 200);

/**
 * Part of a shell script that sends files of its folder through `FILES_FD`: for each a line with its name and
 * its size, then its bytes; or a line with its name and what is wrong. No process of the program is left when
 * it runs, so no file changes meanwhile. A link is not followed.
 */
export function sendFiles(names: readonly string[]): string {
  return `
send() {
  if [ -L "$1" ]; then found=link
  elif [ -f "$1" ]; then
    if ! found=$(wc -c <"$1"); then found=unreadable
    elif [ $((found)) -gt ${ARTIFACT_LIMITS.bytes} ]; then found='too large'
    fi
  elif [ -e "$1" ]; then found='no file'
  else found=missing
  fi
  case $found in
    *[a-z]*) echo "$1 $found" ;;
    *) echo "$1 $((found))"; cat "./$1" ;;
  esac
}
for name in ${names.join(' ')}; do send "$name"; done >&${FILES_FD}
`;
}

/** The bytes that came through `FILES_FD` → the files. */
export function parseSentFiles(bytes: Buffer, names: readonly string[]): RunFiles {
  const artifacts = new Map<string, Uint8Array>();
  const artifactFaults = new Map<string, ArtifactFault>();
  let at = 0;
  for (const name of names) {
    const end = bytes.indexOf('\n', at);
    const [head, found] = [`${name} `, bytes.toString('latin1', at, end === -1 ? undefined : end)];
    const word = found.startsWith(head) ? found.slice(head.length) : '';
    const size = /^\d+$/.test(word) ? Number(word) : 0;
    at = end + 1 + size;
    const fault = ARTIFACT_FAULTS.find(each => each === word);
    if (fault !== undefined) artifactFaults.set(name, fault);
    // Cut short: the shell could not read all of it.
    else if (word === '' || at > bytes.length) artifactFaults.set(name, 'unreadable');
    else artifacts.set(name, bytes.subarray(at - size, at));
  }
  return { artifacts, artifactFaults };
}
