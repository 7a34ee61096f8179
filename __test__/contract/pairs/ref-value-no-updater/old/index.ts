export interface Ref<T> { get value(): T; set value(next: T | ((previous: T) => T)) }
export declare function ref<T>(initial: T): Ref<T>;
