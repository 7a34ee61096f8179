export interface Customer { name: string; id: string; plan?: "free" | "pro"; readonly since: Date }
export declare function customer(id: string): Promise<Customer>;
