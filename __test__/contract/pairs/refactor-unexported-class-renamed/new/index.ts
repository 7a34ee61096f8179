export interface ClipboardEntry {
  readonly mime: "text/plain" | "text/html";
  readonly body: string;
  copiedAt?: Date;
}
export declare function copyEntry(entry: ClipboardEntry): Promise<boolean>;
export declare function lastEntry(): ClipboardEntry | undefined;
class Connection {
  constructor(readonly url: string) {}
  send(text: string): Promise<number> { return Promise.resolve(text.length); }
  close(): void {}
}
export function connect(url: string): Connection { return new Connection(url); }
export type Url = `ws://${string}`;
