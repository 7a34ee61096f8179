interface Map { open: string; close: number }
export declare function on<K extends keyof Map>(event: K, handler: (p: Map[K]) => void): void;
export declare const names: (keyof Map)[];
