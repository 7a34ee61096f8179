type Entries = { user: { id: string }; flags: string[] };
export declare function peek<E extends keyof Entries>(name: E): Entries[E];
