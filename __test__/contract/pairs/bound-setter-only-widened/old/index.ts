export interface Model { set value(next: string); }
export declare function bind(model: Model): () => void;
