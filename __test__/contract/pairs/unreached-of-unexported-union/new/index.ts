type Message = { type: "a"; id: string; trace: number } | { type: "b"; id: number };
export declare function idOf<K extends "id">(key: K): Message[K];
export {};
