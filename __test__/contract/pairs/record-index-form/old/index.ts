export type Headers = Record<string, string | string[]>;
export declare function send(url: string, headers?: Headers): Promise<{ headers: Headers }>;
