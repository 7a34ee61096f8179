export declare const api: { get(path: string): Promise<unknown>; post(path: string, body: unknown): Promise<unknown> };
