export interface Customer { tags: Set<string>; address: Place; name: string }
interface Place { geo?: Position; street: string }
interface Position { lng: number; lat: number }
export declare function customer(id: string): Promise<Customer>;
export declare function put(c: Customer): Promise<Customer>;
