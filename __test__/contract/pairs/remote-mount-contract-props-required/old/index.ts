export interface MountProps { basePath: string; user?: { id: string; roles: readonly string[] }; onNavigate?: (path: string) => void }
export interface Mounted { update(props: Partial<MountProps>): void; unmount(): Promise<void> }
export declare function mount(el: Element, props: MountProps): Mounted;
export declare function prefetch(): Promise<void>;
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
