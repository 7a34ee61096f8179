interface ApiClient { get(path: string): Promise<unknown>; post(path: string, body: unknown): Promise<unknown> }
export declare const api: ApiClient;
