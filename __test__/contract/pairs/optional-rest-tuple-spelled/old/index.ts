export interface Toast { readonly id: number; dismiss(): void }
type Kind = "info" | "error";
export declare function toast(text: string, kind?: Kind, ms?: number): Toast;
export declare function toastAll(texts: readonly string[], ...kinds: Kind[]): readonly Toast[];
