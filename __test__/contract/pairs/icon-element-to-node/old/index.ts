import type { JSX, ReactElement } from "react";
export interface IconButtonProps { icon: ReactElement; label: string; onClick?(): void }
export declare const IconButton: (props: IconButtonProps) => JSX.Element;
