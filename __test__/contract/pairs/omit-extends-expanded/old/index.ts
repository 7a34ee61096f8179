interface Base { id: string; name: string; secret?: string; created: Date }
export interface PublicUser extends Omit<Base, "secret"> { roles: readonly string[] }
export declare function me(): Promise<PublicUser>;
export declare function save(user: PublicUser): Promise<void>;
export declare function admin(): Base;
