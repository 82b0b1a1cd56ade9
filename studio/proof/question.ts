import type { FlowRevision } from '../model/execution';

/** What is to be proven: a parent flow, with the subflows that it runs and the widgets that need a verified caller. */
export interface ProofQuestion {
  readonly parent: FlowRevision;
  /**
   * By the text in the run-subflow widget's `flow_sid`: a SID, or a placeholder of an unwired flow. One that is not here is
   * somebody else's, which may give back anything.
   */
  readonly subflows: ReadonlyMap<string, FlowRevision>;
  /** Names of the parent's widgets that only a verified caller may reach. */
  readonly protectedWidgets: readonly string[];
}
