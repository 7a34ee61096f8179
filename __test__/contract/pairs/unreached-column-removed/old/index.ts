interface Row { id: string; name: string; hash: number; }
export declare function save(row: Pick<Row, "id" | "name">): Promise<Row["id"]>;
export {};
