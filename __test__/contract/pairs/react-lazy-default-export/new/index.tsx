import { lazy, type ComponentType } from "react";
interface ReportProps { month: string; currency?: "EUR" | "CHF" }
const Report = (p: ReportProps) => <article lang={p.currency}>{p.month}</article>;
export default Report;
export const Preview = lazy(async () => ({ default: (p: { scale: number }) => <i>{p.scale}</i> }));
