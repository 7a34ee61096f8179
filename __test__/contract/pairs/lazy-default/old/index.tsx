import { lazy, type ComponentType, type JSX } from "react";
interface ChartProps { points: readonly number[]; height?: number }
declare function Chart(props: ChartProps): JSX.Element;
export default Chart;
export declare const loader: typeof lazy;
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
