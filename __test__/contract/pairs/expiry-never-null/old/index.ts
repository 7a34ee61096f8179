export interface Lease { readonly token: string; readonly expires: Date | null }
export declare function lease(): Promise<Lease>;
