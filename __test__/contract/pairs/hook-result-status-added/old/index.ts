export type LoadStatus = "idle" | "loading" | "done";
export declare function useLoader(url: string): { status: LoadStatus; reload(): void };
