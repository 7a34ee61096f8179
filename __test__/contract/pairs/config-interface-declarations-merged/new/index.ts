export interface Config { baseUrl: string; timeout?: number; headers: { [name: string]: string }; retry(attempt: number): boolean }
export declare function configure(config: Config): void;
