interface Map { open: string; close: number }
export declare function on(event: "open", handler: (p: string) => void): void;
export declare function on(event: "close", handler: (p: number) => void): void;
export declare const names: (keyof Map)[];
