type Slots = { header: string; rows: readonly number[] };
export declare const slots: { read<K extends keyof Slots>(name: K): Slots[K]; watch<K extends keyof Slots>(name: K, run: (value: Slots[K]) => void): void };
