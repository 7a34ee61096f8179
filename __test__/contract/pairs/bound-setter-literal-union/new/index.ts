export interface Model { get value(): string; set value(next: string | boolean); }
export declare function bind(model: Model): () => void;
