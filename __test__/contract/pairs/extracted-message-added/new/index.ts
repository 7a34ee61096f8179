type Message = { type: "add"; sku: string } | { type: "drop"; at: number } | { type: "move"; by: number };
export declare function on<T extends Message["type"]>(type: T, run: (message: Extract<Message, { type: T }>) => void): void;
export declare function send(message: Message): void;
export {};
