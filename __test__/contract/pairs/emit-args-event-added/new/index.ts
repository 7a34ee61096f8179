interface Events { open: void; pick: { sku: string }; close: void; }
type Args<K extends keyof Events> = Events[K] extends void ? [] : [payload: Events[K]];
export declare function emit<K extends keyof Events>(event: K, ...args: Args<K>): void;
export {};
