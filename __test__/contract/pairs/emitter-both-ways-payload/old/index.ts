export interface BusEvents { cart: { count: number } }
export interface Bus { on<K extends keyof BusEvents>(k: K, h: (p: BusEvents[K]) => void): void; emit<K extends keyof BusEvents>(k: K, p: BusEvents[K]): void }
export declare const bus: Bus;
