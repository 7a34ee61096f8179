import type { FC, JSX, ReactNode } from "react";
export interface PortalProps { into?: Element; children: ReactNode }
export declare const Portal: FC<PortalProps>;
