export interface ClipboardEntry {
  readonly mime: "text/plain" | "text/html";
  readonly body: string;
  copiedAt?: Date;
}
export declare function copyEntry(entry: ClipboardEntry): Promise<boolean>;
export declare function lastEntry(): ClipboardEntry | undefined;
export interface Box<T> { value: T }
export declare function box(): Box<string>;
export declare function swap<T>(a: Box<T>, b: Box<T>): void;
