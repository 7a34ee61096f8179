interface Table { rows: { id: string; cells: string[] }[] }
export declare function firstRow(): Table["rows"][number] | undefined;
