import { useEffect, useState } from "react";
export interface ClockProps { zone: string; seconds?: boolean }
export function useNow(every = 1000): Date {
  const [now, set] = useState(() => new Date());
  useEffect(() => { const t = setInterval(() => set(new Date()), every); return () => clearInterval(t); }, [every]);
  return now;
}
export function Clock({ zone, seconds = false }: ClockProps) {
  const now = useNow(seconds ? 1000 : 60_000);
  return <time dateTime={now.toISOString()}>{now.toLocaleTimeString(zone)}</time>;
}
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
