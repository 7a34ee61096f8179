export declare class Store { value: number; reset(): void }
