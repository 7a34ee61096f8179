interface Account { id: string; secret: string; readonly since: Date; plan?: "free" | "pro" }
export interface Customer extends Omit<Account, "secret"> { name: string }
export declare function customer(id: string): Promise<Customer>;
