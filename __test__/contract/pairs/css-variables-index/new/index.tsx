import type { CSSProperties, JSX } from "react";
export interface SurfaceProps { elevation?: number; style?: CSSProperties & { [name: `--${string}`]: string | number } }
export declare function Surface(props: SurfaceProps): JSX.Element;
