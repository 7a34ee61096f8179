export declare function send(body: string): void;
