import { createContext, useContext, type ReactNode } from "react";
interface FormState { values: Record<string, unknown>; submitting: boolean }
const Ctx = createContext<FormState>({ values: {}, submitting: false });
export function FormScope(p: { values: Record<string, unknown>; children: ReactNode }) { return <Ctx value={{ values: p.values, submitting: false }}>{p.children}</Ctx>; }
export function useFormContext() { const { values, submitting } = useContext(Ctx); return { values, submitting }; }
export declare enum Weekday { Monday = 1, Tuesday = 2, Wednesday = 3, Thursday = 4, Friday = 5 }
export declare function nextWeekday(day: Weekday): Weekday;
export declare function isWeekday(value: unknown): value is Weekday;
