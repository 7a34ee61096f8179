interface Profile { id: string; name: string; age: number; mail: string }
export declare function update(id: string, patch: Pick<Profile, "name"> & Partial<Pick<Profile, "age" | "mail">>): Promise<void>;
export declare function remove(...ids: readonly string[]): Promise<void>;
