interface Handlers { resize: (width: number, height: number) => void; close: () => void }
export declare function handle<K extends keyof Handlers>(name: K, handler: Handlers[K]): void;
