import type { FC, ReactNode, RefObject } from "react";
export interface TooltipProps { anchor?: RefObject<HTMLElement | null>; content: ReactNode; delay?: number }
export const Tooltip: FC<TooltipProps> = ({ content }) => <span>{content}</span>;
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
