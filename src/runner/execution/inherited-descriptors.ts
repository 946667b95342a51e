import { closeSync, readdirSync, readFileSync } from 'node:fs';
import { HAS_PROCFS } from '../process/procfs.ts';

/** The flag of a descriptor that no program inherits: O_CLOEXEC. */
const CLOSE_ON_EXEC = 0o2000000;

let isDone = false;

/**
 * Closes what the caller of this command had open, once: programs that the runner starts would inherit it.
 * Node opens nothing that way, and protects the first sixteen descriptors itself. Commands call it first:
 * later, a package might have opened something that way.
 */
export function closeInheritedDescriptors(): void {
  if (isDone || !HAS_PROCFS) return;
  isDone = true;
  for (const descriptor of readdirSync('/proc/self/fd').map(Number))
    if (descriptor > 2 && isInherited(descriptor)) closeSync(descriptor);
}

function isInherited(descriptor: number): boolean {
  try {
    const flags = /^flags:\s*(?<octal>\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'latin1'));
    return (Number.parseInt(flags?.groups?.octal ?? '', 8) & CLOSE_ON_EXEC) === 0;
  } catch {
    // It was closed meanwhile: the list itself was read by one.
    return false;
  }
}
