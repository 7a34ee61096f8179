import type { ReactNode, ReactElement, JSX } from "react";
export interface ClipboardEntry {
  readonly mime: "text/plain" | "text/html";
  readonly body: string;
  copiedAt?: Date;
}
export declare function copyEntry(entry: ClipboardEntry): Promise<boolean>;
export declare function lastEntry(): ClipboardEntry | undefined;
export interface TooltipProps { label: string; children: ReactNode; delay?: number }
export function Tooltip({ label, children }: TooltipProps) { return <span title={label}>{children}</span>; }
export interface AnchorProps { href: string; children: ReactElement }
export function Anchor(p: AnchorProps) { return <a href={p.href}>{p.children}</a>; }
