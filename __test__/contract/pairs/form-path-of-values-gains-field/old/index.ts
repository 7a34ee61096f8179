type Path<T> = { [K in keyof T & string]: T[K] extends Record<string, unknown> ? K | `${K}.${Path<T[K]>}` : K }[keyof T & string];
export interface Form<V> {
  watch<P extends Path<V>>(path: P): unknown;
  errors: Partial<Record<Path<V>, string>>;
  handleSubmit(fn: (values: V) => void): () => void;
}
type CheckoutValues = { email: string; address: { street: string; zip: string } };
export declare const checkoutForm: Form<CheckoutValues>;
export declare function touched(name: string): boolean;
export interface Scheduler2 {
  readonly now: () => number;
  schedule<A extends readonly unknown[]>(delayMs: number, task: (...args: A) => void, ...args: A): { cancel(): boolean };
  idle(task: (deadline: { timeRemaining(): number }) => void): void;
}
export declare const scheduler2: Scheduler2;
export interface SkeletonProps extends Omit<import("react").ComponentPropsWithoutRef<"div">, "children"> {
  lines?: number;
  rounded?: boolean;
}
export declare const Skeleton: import("react").FC<SkeletonProps>;
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
