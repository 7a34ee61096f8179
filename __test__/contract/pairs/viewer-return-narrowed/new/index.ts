import type { FunctionComponent, ReactNode } from "react";
declare const Viewer: FunctionComponent<{ src: string; alt?: string }>;
export default Viewer;
export declare function caption(children: ReactNode): string;
