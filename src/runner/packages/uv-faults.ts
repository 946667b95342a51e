import type { Problem } from '../../core/problems/problem.ts';
import { lockCommand } from '../../core/packages/lock.ts';

/** Why uv failed, in the order in which its messages are asked: one that failed may name several. */
const FAULTS = {
  hash: /hash mismatch/i,
  disk: /No space left on device|os error 28|Disk quota exceeded|os error 122/,
  network: /error sending request|failed to fetch|dns error|network was disabled|tcp connect|timed out/i,
  wheel: /no usable wheels|no wheels? with a matching|compatible wheel|doesn't have a .*wheel/i,
  missing: /was not found in the|there (?:is|are) no versions? of|only \S+ (?:is|are) available/,
  conflict: /requirements are unsatisfiable/,
} as const;

/** `other`: none of the rest. */
export type UvFaultKind = keyof typeof FAULTS | 'other';

/** Why a call of uv failed. */
export interface UvFault {
  readonly kind: UvFaultKind;
  /** What uv says, without what is of no use here. */
  readonly detail: string;
}

/** What uv printed → why it failed. */
export function uvFault(printed: string): UvFault {
  // Progress, and hints about options that nobody typed.
  const text = printed
    .replaceAll(/^(?:Using CPython|Resolved|Prepared|warning:).*\n?/gm, '')
    .replaceAll(/^\s*hint: .*(?:\n(?!\n).*)*/gm, '')
    .trim();
  const plain = text
    .replace(/^error: No solution found when resolving dependencies.*\n/, '')
    .replaceAll(/ and you require [^,]*, we can conclude that your requirements are unsatisfiable/g, '')
    .replaceAll(/^ *(?:error|cause): (?:Because )?/gm, '')
    // Positions in a script that nobody sees, and each layer of a connection.
    .replaceAll(/^(?:TOML parse error|error sending request|client error|tcp connect error).*\n/gm, '')
    .replaceAll(/\n{2,}/g, '\n');
  const kinds = Object.keys(FAULTS) as (keyof typeof FAULTS)[];
  return {
    kind: kinds.find(each => FAULTS[each].test(printed)) ?? 'other',
    detail: plain.split('\n').slice(0, 8).join('\n').replaceAll(/^/gm, '    '),
  };
}

/** What is wrong if packages cannot be locked, or a lock cannot be installed; and what to do. */
type Words = Readonly<Record<UvFaultKind, Pick<Problem, 'title' | 'remedy'>>>;

const DISK = { title: 'Its packages have no room on the disk.', remedy: 'Make room, and try again.' };

/** @param python that was to run the example: `3.13.0 free-threaded` */
export function installWords(id: string, python: string): Words {
  const lock = lockCommand(id);
  return {
    hash: {
      title: 'A package is not the file that its lock names: its hash differs.',
      remedy: `Find out why before you run it. If the new file is right: ${lock} --upgrade`,
    },
    disk: DISK,
    network: {
      title: 'Its packages are not installed here yet, and the package index cannot be reached.',
      remedy: `With a network, once: npm run check -- ${id}`,
    },
    wheel: {
      title: `A package has no wheel for CPython ${python}, and nothing is built from source.`,
      remedy: `Take a version that has one (${lock} --upgrade), or exclude this Python by requires-python.`,
    },
    missing: {
      title: 'The package index does not have what the lock names.',
      remedy: `If a version was withdrawn, take another: ${lock} --upgrade`,
    },
    conflict: { title: 'The packages of its lock do not fit together.', remedy: lock },
    other: { title: 'uv cannot install the packages of its lock.', remedy: lock },
  };
}

export function lockWords(id: string): Words {
  const lock = lockCommand(id);
  return {
    hash: { title: 'A package is not the file that the index promises: its hash differs.', remedy: lock },
    disk: DISK,
    network: { title: 'The package index cannot be reached.', remedy: `With a network: ${lock}` },
    wheel: {
      title: 'A package has no wheel for the versions of Python that the sample permits.',
      remedy: 'Permit other versions of it in dependencies, or fewer of Python in requires-python.',
    },
    missing: {
      title: 'The package index has no such package, or no such version.',
      remedy: 'Names and versions are at https://pypi.org: change dependencies.',
    },
    conflict: {
      title: 'Its dependencies do not fit together, or not with requires-python.',
      remedy: 'Permit more versions of them, or fewer of Python.',
    },
    other: { title: 'uv cannot lock its packages.', remedy: 'Change dependencies.' },
  };
}
