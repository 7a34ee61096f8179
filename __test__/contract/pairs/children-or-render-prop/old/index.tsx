import type { JSX, ReactNode } from "react";
export interface DisclosureProps { defaultOpen?: boolean; children: ReactNode }
export declare function Disclosure(props: DisclosureProps): JSX.Element;
