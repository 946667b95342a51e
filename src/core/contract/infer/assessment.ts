import type { Problem } from '../../problems/problem.ts';
import type { ContractAssessment } from './assess-contract.ts';

/** What many runs show about the contract of one example. */
export interface AssessedExample {
  readonly id: string;
  readonly file: string;
  readonly runs: number;
  readonly assessment?: ContractAssessment | undefined;
  /** Why there is no assessment: a run failed, or none was possible. */
  readonly problems: readonly Problem[];
  /** Whether no run was possible, and the contract lets the example be skipped then. */
  readonly skipped?: boolean | undefined;
}
