import type { JSX, ReactNode } from "react";
export interface IconButtonProps { icon: ReactNode; label: string; onClick?(): void }
export declare const IconButton: (props: IconButtonProps) => JSX.Element;
