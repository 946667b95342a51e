import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { artifactDifferences, type Files } from '../../core/artifacts/compare-artifacts.ts';
import type { Example } from '../../core/example/example.ts';
import { artifactRecording } from '../../core/example/recording-name.ts';
import { differencePicture } from '../../core/pictures/difference-picture.ts';
import { withoutSystemError } from '../../core/problems/system-error.ts';
import { writeState } from '../files/atomic-write.ts';
import { STATE_PATHS } from '../files/state-paths.ts';
import { decodePicture } from './decode-picture.ts';

/** The picture of what differs in one artifact, relative to the project. */
function pictureFile(example: Example, name: string, tag: string | undefined): string {
  // The folder of examples may be outside of the project.
  const parts = artifactRecording(example, name, tag)
    .split('/')
    .filter(part => part !== '..');
  const path = join(STATE_PATHS.differences, ...parts);
  return path.endsWith('.png') ? path : `${path}.png`;
}

/**
 * Draws what differs between the recorded pictures of an example and others. A picture that cannot be drawn,
 * or written, is left out.
 * @param tag of the version, if it is named
 * @returns a line for each picture with its path
 */
export async function writeDifferences(
  root: string,
  example: Example,
  recorded: Files | undefined,
  actual: Files | undefined,
  tag?: string,
): Promise<readonly string[]> {
  const { artifacts } = example.contract;
  const lines: string[] = [];
  for (const { name } of artifactDifferences(recorded, actual, artifacts)) {
    const [before, after] = await Promise.all([recorded, actual].map(files => decodeOf(files, name)));
    if (before === undefined || after === undefined) continue;
    const picture = differencePicture(before, after, artifacts[name]?.threshold ?? 0);
    const file = pictureFile(example, name, tag);
    await withoutSystemError(async () => {
      await writeState(join(root, file), picture);
      lines.push(`Before, after, and what differs: ${file}`);
    });
  }
  return lines;
}

function decodeOf(files: Files | undefined, name: string) {
  const bytes = files?.get(name);
  return bytes && decodePicture(name, bytes);
}

/** Removes the pictures of an example that is as it was recorded. */
export async function removeDifferences(root: string, example: Example, tag?: string): Promise<void> {
  for (const name of Object.keys(example.contract.artifacts))
    await withoutSystemError(() => rm(join(root, pictureFile(example, name, tag)), { force: true }));
}
