type Entities = { user: { id: string }; order: { id: string; total: number } };
export declare function watch<E extends keyof Entities>(topic: `${E}:changed`, run: (entity: Entities[E]) => void): void;
