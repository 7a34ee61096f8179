import { lazy, type ComponentType, type JSX } from "react";
interface ChartProps { points: readonly number[]; height?: number }
declare const impl: ComponentType<ChartProps>;
export default lazy(async () => ({ default: impl }));
export declare const loader: typeof lazy;
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
