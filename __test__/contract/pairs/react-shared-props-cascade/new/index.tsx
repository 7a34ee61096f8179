import type { JSX } from "react";
interface ToneProps {
  tone: "calm" | "loud";
}
export declare function Chip(props: ToneProps): JSX.Element;
export declare function Pill(props: ToneProps & { text: string }): JSX.Element;
export declare function Dot(props: ToneProps): JSX.Element;
