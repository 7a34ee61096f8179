export type Command = { op: "insert"; at: number; text: string } | { op: "delete"; at: number; length: number } | { op: "undo" };
export interface Editor { readonly text: string; apply(...commands: readonly Command[]): void }
export declare function openEditor(): Editor;
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
