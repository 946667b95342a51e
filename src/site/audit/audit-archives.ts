import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { Problem } from '../../core/problems/problem.ts';
import type { AuditPlan } from './plan/audit-plan.ts';
import { plannedArchives } from './plan/sample/planned-archives.ts';
import { findingProblem } from './page-problem.ts';

/** Archives to download that do not hold the files that ran, and nothing else. */
export function wrongArchives(present: ReadonlySet<string>, dist: string, plan: AuditPlan): Problem[] {
  return [...plannedArchives(plan)].flatMap(([path, files]) => {
    if (!present.has(path)) return [];
    const fault = faultOf(readFileSync(join(dist, path)), path, files);
    return fault === undefined ? [] : [findingProblem(path, { title: fault, text: '' })];
  });
}

function faultOf(
  archive: Uint8Array,
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
): string | undefined {
  const folder = path.replace(/^.*\/|\.zip$/g, '');
  const names = [...files.keys()].sort();
  const expected = Object.fromEntries(names.map(name => [`${folder}/${name}`, files.get(name) ?? NOTHING]));
  try {
    const found = unzipSync(archive);
    const isSame =
      Object.keys(found).sort().join('\n') === Object.keys(expected).sort().join('\n') &&
      Object.entries(expected).every(([name, bytes]) => Buffer.from(bytes).equals(found[name] ?? NOTHING));
    if (!isSame) return 'This archive does not hold the files that ran.';
  } catch {
    return 'This archive cannot be opened.';
  }
  // Programs that open an archive may read names and texts in other places of it: it has no byte more.
  const again = zipSync(expected, { level: 9, mtime: new Date(1980, 0, 1) });
  return Buffer.from(again).equals(archive) ? undefined : 'This archive holds more than the files that ran.';
}

const NOTHING = new Uint8Array();
