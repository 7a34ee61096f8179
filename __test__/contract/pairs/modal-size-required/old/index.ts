import type { JSX } from "react";
type Width = "narrow" | "wide";
export declare const Modal: { (props: { open: boolean; width?: Width; onDismiss(): void }): JSX.Element; displayName: string };
