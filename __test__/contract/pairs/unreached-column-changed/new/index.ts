interface Row { id: string; name: string; hash: string[]; }
export declare function save(row: Pick<Row, "id" | "name">): Promise<Row["id"]>;
export {};
