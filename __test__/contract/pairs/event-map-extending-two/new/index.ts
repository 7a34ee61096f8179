interface A { pick: { sku: string } }
interface B { drop: { sku: string; at: number } }
interface Events extends A, B {}
export declare function on<K extends keyof Events>(event: K, listener: (payload: Events[K]) => void): void;
export declare function emit<K extends keyof Events>(event: K, payload: Events[K]): void;
export {};
