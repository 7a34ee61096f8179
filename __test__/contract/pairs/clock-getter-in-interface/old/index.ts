export interface Clock { readonly now: number; zone: string }
export declare function systemClock(): Clock;
