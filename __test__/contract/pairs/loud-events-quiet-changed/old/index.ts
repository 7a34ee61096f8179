interface Events { crash: { level: "error"; stack: string }; click: { level: "info"; x: number }; }
type Loud = { [K in keyof Events]: Events[K] extends { level: "error" } ? K : never }[keyof Events];
export declare function onError<K extends Loud>(name: K, run: (event: Events[K]) => void): void;
export {};
