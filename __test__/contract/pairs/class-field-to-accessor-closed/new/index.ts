export declare class Player { private constructor(); static create(src: string): Player; get duration(): number; get volume(): number; set volume(value: number); play: () => void }
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
