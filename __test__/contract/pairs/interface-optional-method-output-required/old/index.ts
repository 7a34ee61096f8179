export interface Session { readonly id: string; refresh?(): Promise<Session>; readonly expires?: Date }
export declare function session(): Session;
export declare function logout(reason?: string): void;
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
