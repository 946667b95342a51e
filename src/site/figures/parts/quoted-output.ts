import { withoutEnd } from '../../../core/contract/tables/outcomes.ts';
import type { Recording } from '../../../core/verdict/recording.ts';
import type { SoundExample } from './checked-example.ts';

/** The recording that holds for all versions, verified if it is. */
export function quotedRecording({ verified: [shown], recorded }: SoundExample): Recording | undefined {
  return shown?.recording ?? recorded[0];
}

/**
 * The same, with the text that tags quote: of a race, all outputs that it may print. Its counts are others
 * after each recording, so no text relies on them.
 */
export function quotedOutput(sound: SoundExample): Recording | undefined {
  const recording = quotedRecording(sound);
  const { outcomes, form } = sound.example.contract;
  if (recording === undefined || outcomes === undefined || form !== 'outcomes') return recording;
  return { ...recording, out: outcomes.table.map(({ prints }) => `${withoutEnd(prints)}\n`).join('') };
}
