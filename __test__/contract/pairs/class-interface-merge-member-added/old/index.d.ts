export interface Socket { readonly url: string; send(data: string): void; }
export declare class Socket { private readonly raw; private constructor(); static open(url: string): Promise<Socket>; close(code?: number): void }
export {};
