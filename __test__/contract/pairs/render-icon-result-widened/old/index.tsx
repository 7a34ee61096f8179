import type { JSX, ReactNode } from "react";
export declare function Toolbar(props: { renderIcon: (name: string) => JSX.Element; title?: string }): JSX.Element;
export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
