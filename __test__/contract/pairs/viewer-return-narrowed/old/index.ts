import type { ReactElement, ReactNode } from "react";
declare function Viewer(props: { src: string; alt?: string }): ReactElement | null;
export default Viewer;
export declare function caption(children: ReactNode): string;
