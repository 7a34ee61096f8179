interface Entities { user: { id: string }; order: { id: string; total: number }; cart: { items: number } }
export declare function watch<E extends keyof Entities>(topic: `${E}:changed`, run: (entity: Entities[E]) => void): void;
