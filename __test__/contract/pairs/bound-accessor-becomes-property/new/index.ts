export interface Model { value: string; }
export declare function bind(model: Model): () => void;
