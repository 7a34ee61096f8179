type Message = { type: "add"; sku: string; count: number } | { type: "drop"; at: number };
export declare function on<T extends Message["type"]>(type: T, run: (message: Extract<Message, { type: T }>) => void): void;
export {};
