interface Topics { opened: { id: string }; closed: { id: string } }
export declare function on<K extends keyof Topics>(topic: K, run: (payload: Topics[K]) => void): void;
export declare function last(): Topics;
