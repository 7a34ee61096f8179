export abstract class Job {
  abstract run(signal: AbortSignal): Promise<void>;
  abstract retries(): number;
  protected delay(ms: number): Promise<void> { return new Promise(r => setTimeout(r, ms)); }
}
export function enqueue(job: Job): void { void job.run(new AbortController().signal); }
export type SortKey<T> = { [K in keyof T]: T[K] extends string | number | Date ? K : never }[keyof T];
export declare function sortedBy<T>(rows: readonly T[], key: SortKey<T>, descending?: boolean): T[];
export declare namespace Geometry {
  interface Vec2 { x: number; y: number }
  interface Rect2 extends Vec2 { width: number; height: number }
  type Anchor = "start" | "center" | "end";
  function overlap(a: Rect2, b: Rect2): Rect2 | null;
}
