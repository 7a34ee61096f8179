export interface Clock { get now(): number; get zone(): string; set zone(value: string) }
export declare function systemClock(): Clock;
