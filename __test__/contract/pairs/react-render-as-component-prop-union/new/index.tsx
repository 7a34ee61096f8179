import type { ComponentType, ReactElement } from "react";
export interface ClipboardEntry {
  readonly mime: "text/plain" | "text/html";
  readonly body: string;
  copiedAt?: Date;
}
export declare function copyEntry(entry: ClipboardEntry): Promise<boolean>;
export declare function lastEntry(): ClipboardEntry | undefined;
export interface IconProps { size?: number; title?: string }
export interface Button2Props { text: string; icon?: ComponentType<IconProps> | ReactElement }
export function Button2({ text, icon: Icon }: Button2Props) { return <button>{typeof Icon === "function" ? <Icon size={2} /> : Icon}{text}</button>; }
export const Star = (p: IconProps) => <svg width={p.size}><title>{p.title}</title></svg>;
