export interface Command { readonly id: string; run(args: readonly string[]): void; enabled(): boolean }
export declare function use(command: Command): () => void;
export declare function commandIds(): string[];
