export declare function send(body: string, urgent?: boolean): void;
