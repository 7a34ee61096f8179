export interface AsyncThunk<R, A, E> {
  (arg: A): Promise<{ ok: true; value: R } | { ok: false; error: E }>;
  readonly pending: string; readonly rejected: string;
}
export interface Receipt { id: string; paid: number }
export declare const checkout: AsyncThunk<Receipt, { cart: string }, string>;
export declare const refund: AsyncThunk<void, string, never>;
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
export type TelemetrySink = (name: string, attributes: Readonly<Record<string, string | number>>) => void;
interface TelemetryEvents {
  "page-view": { path: string; referrer?: string };
  "web-vital": { name: "LCP" | "CLS" | "INP"; value: number };
}
export declare function onTelemetry<K extends keyof TelemetryEvents>(kind: K, handler: (detail: TelemetryEvents[K]) => void): () => void;
export declare function setTelemetrySink(sink: TelemetrySink | null): void;
export interface OverlayInjected { readonly closeOverlay: () => void; readonly depthOfOverlay: number }
export declare function withOverlay<P extends object>(
  Inner: import("react").ComponentType<P & OverlayInjected>,
): import("react").ComponentType<P>;
