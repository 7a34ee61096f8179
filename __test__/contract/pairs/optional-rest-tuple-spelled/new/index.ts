export interface Toast { readonly id: number; dismiss(): void }
type Kind = Exclude<"info" | "warn" | "error", "warn">;
export declare function toast(...args: [text: string, kind?: Kind, ms?: number]): Toast;
export declare function toastAll(...args: [texts: readonly string[], ...kinds: Kind[]]): readonly Toast[];
