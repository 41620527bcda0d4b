/** What one runner reports; a file that could not even be loaded counts as one failure. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

export const nothing: Outcome = { passed: 0, failed: 0, skipped: 0 };

export function sum(outcomes: Outcome[]): Outcome {
  return outcomes.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped,
    }),
    nothing,
  );
}

/** The line a run ends with. */
export function summary({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

export function isSuccess({ passed, failed }: Outcome): boolean {
  return failed === 0 && passed > 0;
}
