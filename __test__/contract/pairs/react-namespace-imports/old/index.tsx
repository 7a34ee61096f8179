import * as React from "react";
export interface TooltipProps { content: React.ReactNode; delay?: number; anchor?: React.RefObject<HTMLElement | null> }
export const Tooltip: React.FunctionComponent<TooltipProps> = p => <span>{p.content}</span>;
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
