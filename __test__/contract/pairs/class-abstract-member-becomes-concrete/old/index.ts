export abstract class Exporter {
  constructor(protected readonly target: string) {}
  abstract write(rows: readonly string[]): void;
  abstract extension: string;
  fileName(): string { return this.target + this.extension; }
}
export function runExport(e: Exporter, rows: readonly string[]): string { e.write(rows); return e.fileName(); }
export declare namespace Geometry {
  interface Vec2 { x: number; y: number }
  interface Rect2 extends Vec2 { width: number; height: number }
  type Anchor = "start" | "center" | "end";
  function overlap(a: Rect2, b: Rect2): Rect2 | null;
}
export declare function invariant(condition: unknown, text?: string | (() => string)): asserts condition;
export declare function assertNever2(value: never): never;
export declare function isRecord(value: unknown): value is Record<string, unknown>;
export interface ClipboardEntry {
  readonly mime: "text/plain" | "text/html";
  readonly body: string;
  copiedAt?: Date;
}
export declare function copyEntry(entry: ClipboardEntry): Promise<boolean>;
export declare function lastEntry(): ClipboardEntry | undefined;
