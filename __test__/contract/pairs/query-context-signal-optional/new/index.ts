export interface LoaderContext { params: Record<string, string>; signal?: AbortSignal }
export declare function defineLoader<T>(load: (ctx: LoaderContext) => Promise<T>): () => Promise<T>;
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
