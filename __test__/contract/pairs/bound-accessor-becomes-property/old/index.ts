export interface Model { get value(): string; set value(next: string | number); }
export declare function bind(model: Model): () => void;
