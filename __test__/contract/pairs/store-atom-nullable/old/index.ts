export interface Getter { <V>(atom: Atom<V>): V }
export interface Atom<V> { readonly key: string; read(get: Getter): V; map<U>(f: (v: V) => U): Atom<U> }
export interface Session { user: string; expires: number }
export declare const sessionAtom: Atom<Session>;
export declare function useAtomValue<V>(atom: Atom<V>): V;
export declare function derive<V>(key: string, read: (get: Getter) => V): Atom<V>;
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
