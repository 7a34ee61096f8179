export type Coord = readonly [x: number, y: number, z?: number];
export declare function drawLine(from: Coord, to: Coord, ...via: Coord[]): void;
export declare function clear(): void;
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
