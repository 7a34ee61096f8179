const cleanups = new Set<() => void>();

/** Runs `cleanup` when this process ends; the result takes that back. A process that a signal ends runs nothing. */
export function atExit(cleanup: () => void): () => void {
  if (cleanups.size === 0) process.on("exit", runAll);
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size === 0) process.off("exit", runAll);
  };
}

function runAll(): void {
  for (const cleanup of cleanups) cleanup();
}
