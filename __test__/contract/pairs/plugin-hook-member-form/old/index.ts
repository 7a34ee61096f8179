export interface Ev { readonly name: string }
export interface Click extends Ev { readonly x: number }
export interface Listener { handle(e: Ev): void; readonly once?: boolean }
export declare function listen(name: string, l: Listener): void;
export declare function emit(name: string): void;
