export type LoadStatus = "idle" | "loading" | "done" | "stale";
export declare function useLoader(url: string): { status: LoadStatus; reload(): void };
