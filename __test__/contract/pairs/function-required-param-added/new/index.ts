export declare function send(body: string, channel: string): void;
