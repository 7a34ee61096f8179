interface Base { id: string; name: string; secret?: string; created: Date }
export interface PublicUser { id: string; name: string; roles: ReadonlyArray<string>; created: Date }
export declare function me(): Promise<PublicUser>;
export declare function save(user: PublicUser): Promise<void>;
export declare function admin(): Base;
