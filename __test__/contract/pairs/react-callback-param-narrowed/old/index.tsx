export type Colour = { hex: string; alpha: number };
export interface PickerProps { initial?: string; onPick: (colour: Colour| null, source: "mouse" | "keyboard") => void }
export function Picker(p: PickerProps) { return <button onClick={() => p.onPick({ hex: p.initial ?? "#000", alpha: 1 }, "mouse")} />; }
export function toHex(colour: Colour): string { return colour.hex; }
export interface SkeletonProps extends Omit<import("react").ComponentPropsWithoutRef<"div">, "children"> {
  lines?: number;
  rounded?: boolean;
}
export declare const Skeleton: import("react").FC<SkeletonProps>;
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
