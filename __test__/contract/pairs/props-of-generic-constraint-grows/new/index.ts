export interface Identified { id: string; version: number }
export declare function byId<T extends Identified>(rows: readonly T[]): Record<string, T>;
