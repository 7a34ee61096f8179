interface Rec { id: string; rev: number; body: string }
export declare function put(rec: Omit<Rec, "id" | "rev">): void;
export declare function del(id: string): void;
