import type { FC, JSX, ReactNode } from "react";
export interface PortalProps { into?: Element; children: ReactNode }
export declare function Portal(props: PortalProps): JSX.Element | null;
