import type { JSX, ReactElement, ReactNode } from "react";
export interface StepProps { title: string; children?: ReactNode }
export declare function Step(props: StepProps): JSX.Element;
export declare function Wizard(props: { children: ReactNode }): JSX.Element;
