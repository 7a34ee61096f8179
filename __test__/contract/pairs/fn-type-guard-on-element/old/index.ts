export interface Draft { id: string | null; title: string }
export interface Saved extends Draft { id: string }
export declare function isSaved(d: Draft): d is Saved;
export declare function drafts(): Draft[];
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
