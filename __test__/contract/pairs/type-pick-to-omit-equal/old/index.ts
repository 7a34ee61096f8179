interface Full { id: string; name: string; secret: string; created: number }
export declare function publicUser(id: string): Pick<Full, "id" | "name">;
export declare function save(user: Omit<Full, "id" | "created">): Promise<string>;
