type TodoAction = { type: "add"; text: string } | { type: "toggle"; id: number };
export interface Todo { readonly id: number; readonly text: string; readonly done: boolean }
export declare function useTodos(initial?: readonly Todo[]): readonly [readonly Todo[], (action: TodoAction) => void];
export interface SkeletonProps extends Omit<import("react").ComponentPropsWithoutRef<"div">, "children"> {
  lines?: number;
  rounded?: boolean;
}
export declare const Skeleton: import("react").FC<SkeletonProps>;
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
