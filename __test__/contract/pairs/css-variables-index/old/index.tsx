import type { CSSProperties, JSX } from "react";
export interface SurfaceProps { elevation?: number; style?: CSSProperties }
export declare function Surface(props: SurfaceProps): JSX.Element;
