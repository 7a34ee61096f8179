interface Entity { readonly id: string; created: Date }
interface Person extends Entity { name: string; rename(name: string): void }
export interface Admin extends Person { role: "admin" }
export declare function admins(): Admin[];
