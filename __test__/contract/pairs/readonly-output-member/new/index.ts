export interface Session { readonly user: string; readonly started: Date }
export declare function session(): Session;
