export interface Message { type: string }
export declare function connect(run: (port: { post(message: Message): void; close(): void }) => void): void;
