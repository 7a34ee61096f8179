export declare class Socket { private url; private onRetry; send(data: string): void }
