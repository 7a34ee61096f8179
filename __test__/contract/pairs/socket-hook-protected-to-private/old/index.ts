export declare class Socket { private url; protected onRetry(attempt: number): void; send(data: string): void }
