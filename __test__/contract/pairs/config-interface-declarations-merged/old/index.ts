export interface Config { baseUrl: string; retry(attempt: number): boolean }
export interface Config { timeout?: number; headers: Record<string, string> }
export declare function configure(config: Config): void;
