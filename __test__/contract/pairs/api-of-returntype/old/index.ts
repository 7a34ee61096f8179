declare function create(): { get(k: string): string | undefined; keys: string[] };
export type Api = ReturnType<typeof create>;
export declare function useApi(): Api;
