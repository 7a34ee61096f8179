import type { ComponentType } from "react";
export interface CellProps { value: string; column: string; selected: boolean }
export interface TableProps { rows: Record<string, string>[]; components?: { Cell?: ComponentType<CellProps> } }
export function Table({ rows, components }: TableProps) {
  const Cell = components?.Cell;
  return <div>{Cell && rows.flatMap(r => Object.keys(r).map(k => <Cell key={k} column={k} value={r[k]} selected={false} />))}</div>;
}
export function columnsOf(rows: Record<string, string>[]): string[] { return Object.keys(rows[0] ?? {}); }
export declare const Announcer: import("react").Context<{ announce(text: string, politeness?: "polite" | "assertive"): void }>;
export declare function AnnouncerProvider(props: { children?: import("react").ReactNode }): import("react").ReactElement;
export declare function useAnnouncer(): (text: string) => void;
