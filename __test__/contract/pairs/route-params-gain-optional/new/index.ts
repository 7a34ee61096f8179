export type Routes = { "/": {}; "/item": { params: { id: string; tab?: string } } };
type Params<P extends keyof Routes> = Routes[P] extends { params: infer Q } ? { params: Q } : { params?: never };
export declare function go<P extends keyof Routes>(to: P, options: Params<P>): void;
