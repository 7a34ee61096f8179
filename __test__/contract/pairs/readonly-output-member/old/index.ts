export interface Session { user: string; readonly started: Date }
export declare function session(): Session;
