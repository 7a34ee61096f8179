export declare class Player { private constructor(); static create(src: string): Player; readonly duration: number; volume: number; play(): void }
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
