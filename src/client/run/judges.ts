// One chunk: what judges runs is loaded at once, after what it needs.
export { judgeExercise } from '../../core/browser/judge-exercise.ts';
export { judgeReaderRun } from '../../core/browser/judge-reader-run.ts';
