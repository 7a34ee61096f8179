export interface Monitor<T> { isDragging(): boolean; getItem(): T; getOffset(): { x: number; y: number } | null; getTarget(): string | null; }
export interface DragSpec<T, C> { type: string; item: T | (() => T); collect?: (m: Monitor<T>) => C; end?(item: T, dropped: boolean): void }
export declare function useDrag<T, C = {}>(spec: DragSpec<T, C>): [C, (el: Element | null) => void];
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
