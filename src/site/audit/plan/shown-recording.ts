import type { PlannedFigure } from './article-blocks.ts';
import type { AuditedRecording } from './recordings/audited-recording.ts';

/** What of a recording a figure has to show: of a race, nothing is shown in this way. */
export function shownOf(
  recording: AuditedRecording,
  { hasOutput, artifacts: chosen }: Pick<PlannedFigure, 'hasOutput' | 'artifacts'>,
): AuditedRecording {
  const names = typeof chosen === 'string' ? new Set(chosen.split(',').map(name => name.trim())) : undefined;
  const artifacts = recording.artifacts.filter(({ name }) => names?.has(name) ?? chosen === true);
  return hasOutput
    ? { ...recording, artifacts }
    : { ...recording, out: '', err: undefined, waits: undefined, artifacts };
}
