export interface ClipboardEntry {
  readonly mime: "text/plain" | "text/html";
  readonly body: string;
  copiedAt?: Date;
}
export declare function copyEntry(entry: ClipboardEntry): Promise<boolean>;
export declare function lastEntry(): ClipboardEntry | undefined;
export declare function onResize(listener: ((e: UIEvent) => void) | { handleEvent(e: UIEvent): void }): AbortController;
export declare const resizeDelay: number;
