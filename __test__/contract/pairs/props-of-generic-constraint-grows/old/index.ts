export interface Identified { id: string }
export declare function byId<T extends Identified>(rows: readonly T[]): Record<string, T>;
