/** Runs `work` over all targets, at most `limit` at a time, and lets no failure keep the others from running. */
export async function inParallel<Target, Result>(
  targets: readonly Target[],
  limit: number,
  work: (target: Target) => Promise<Result>,
): Promise<PromiseSettledResult<Result>[]> {
  const results: PromiseSettledResult<Result>[] = [];
  const queue = targets.entries();
  const worker = async (): Promise<void> => {
    for (const [index, target] of queue)
      results[index] = await work(target).then(
        (value) => ({ status: 'fulfilled', value }) as const,
        (reason: unknown) => ({ status: 'rejected', reason }) as const,
      );
  };
  await Promise.all(Array.from({ length: Math.min(limit, targets.length) }, worker));
  return results;
}
