interface Events { open: number; pick: { sku: string }; close: string; }
export interface Message<K extends keyof Events = keyof Events> { name: K; detail: Events[K] }
export declare function post(message: Message): void;
export declare function wait<K extends keyof Events>(name: K): Promise<Message<K>>;
