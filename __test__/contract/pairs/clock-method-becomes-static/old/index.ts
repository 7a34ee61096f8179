export declare class Clock { now(): number; zone: string }
