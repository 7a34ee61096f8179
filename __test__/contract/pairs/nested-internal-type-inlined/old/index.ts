interface Geo { lat: number; lng: number }
interface Address { street: string; geo?: Geo }
export interface Customer { name: string; address: Address; tags: Set<string> }
export declare function customer(id: string): Promise<Customer>;
export declare function put(c: Customer): Promise<Customer>;
