interface User { id: string; name: string }
interface Values { user: User; count: number }
export declare function readValue<K extends keyof Values>(key: K): Values[K];
