import type { ComponentType, FC } from "react";
export interface RouterProps { path: string; query: URLSearchParams }
export declare function withRouter<P extends RouterProps>(C: ComponentType<P>): FC<Omit<P, keyof RouterProps>>;
