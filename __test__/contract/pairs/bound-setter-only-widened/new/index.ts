export interface Model { set value(next: string | number); }
export declare function bind(model: Model): () => void;
