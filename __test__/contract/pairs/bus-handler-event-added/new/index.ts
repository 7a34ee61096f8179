interface Events { move: [number, number]; pick: string; drop: boolean; }
type Handler<K extends keyof Events> = Events[K] extends [infer A, infer B] ? (first: A, second: B) => void : (value: Events[K]) => void;
export declare class Bus { private constructor(); static open(): Bus; on<K extends keyof Events>(name: K, handler: Handler<K>): this }
export {};
