export declare class Clock { static now(): number; zone: string }
