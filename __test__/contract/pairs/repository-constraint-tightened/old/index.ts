export declare class Repository<T extends { readonly id: string }> { private readonly items; byId(id: T["id"]): T | undefined; save(item: T): Promise<T> }
export declare function repository<T extends { readonly id: string }>(name: string): Repository<T>;
export declare const repositoryNames: readonly string[];
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
