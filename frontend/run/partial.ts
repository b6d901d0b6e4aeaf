import { word } from '../text/words.js';
import type { Run } from './run-types.js';

/** Whether what the run returned is not the whole result. */
export function isPartial(run: Run): boolean {
  return run.outcome?.kind !== 'finished';
}

/** Why and how far, as a sentence that begins by calling the result partial; empty for a whole one. */
export function partialText(run: Run): string {
  if (!isPartial(run)) {
    return '';
  }
  return run.outcome ? run.outcome.explanation || word(`outcome.${run.outcome.kind}`, run.outcome.problem ?? '') : word('partialRunning');
}
