type Values = { user: { id: string; name: string }; count: number };
export declare function readValue<K extends keyof Values>(key: K): Values[K];
