export interface Lease { readonly token: string; readonly expires: Date }
export declare function lease(): Promise<Lease>;
