export interface Api { http: { get(url: string): Promise<Response> } }
export declare function bootstrap(run: (api: Api) => void): void;
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
