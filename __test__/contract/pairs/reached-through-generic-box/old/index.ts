interface Fields { name: string; age: number; hidden: string }
interface Box<T> { value: T }
export declare function field<K extends "name" | "age">(key: K): Box<Fields[K]>;
export {};
