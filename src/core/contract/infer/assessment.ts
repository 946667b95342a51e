import type { Problem } from '../../problems/problem.ts';
import type { ContractAssessment } from './assess-contract.ts';

/** What many runs say of one example's contract; problems where a run fell short or none could be made. */
export interface AssessedExample {
  readonly id: string;
  readonly file: string;
  readonly runs: number;
  readonly assessment?: ContractAssessment | undefined;
  readonly problems: readonly Problem[];
  /** Whether no run could be made, and the contract lets it be skipped then. */
  readonly skipped?: boolean | undefined;
}
