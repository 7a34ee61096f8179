export interface Admin { readonly id: string; created: Date; name: string; role: "admin"; rename(name: string): void }
export declare function admins(): Admin[];
