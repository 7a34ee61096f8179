interface Fields { age: { of: number }; tags: { list: true; of: string }; }
type ValueOf<K extends keyof Fields> = Fields[K] extends { list: true; of: infer V } ? V[] : Fields[K] extends { of: infer V } ? V : never;
export interface Form { get<K extends keyof Fields>(name: K): ValueOf<K>; set<K extends keyof Fields>(name: K, value: ValueOf<K>): void }
export declare const form: Form;
export {};
