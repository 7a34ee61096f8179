export interface Registry { add(name: string, factory: (o: object) => void, options: object): void }
export declare const registry: Registry;
