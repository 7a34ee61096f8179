interface WithId { id: string } interface WithDates { created: Date; updated?: Date }
export type Entity<T> = WithDates & WithId & T;
export declare function load<T>(id: string): Promise<Entity<T>>;
export declare function store<T>(e: Entity<T>): void;
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
