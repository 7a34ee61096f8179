type Message = { type: "a"; id: string; trace: string } | { type: "b"; id: number; trace: string };
export declare function idOf<K extends "id">(key: K): Message[K];
export {};
