export declare class Store { get value(): number; set value(next: number); reset(): void }
