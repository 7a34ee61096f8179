export interface Registry { add<O extends object>(name: string, factory: (o: O) => void, options: O): void }
export declare const registry: Registry;
