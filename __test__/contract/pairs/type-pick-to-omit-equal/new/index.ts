interface Full { id: string; name: string; secret: string; created: number }
export declare function publicUser(id: string): Omit<Full, "secret" | "created">;
export declare function save(user: Pick<Full, "name" | "secret">): Promise<string>;
