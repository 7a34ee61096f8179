import { createContext, useContext, type ReactNode } from "react";
export interface ThemeValue { mode: "light" | "dark"; toggle(): void }
const Ctx = createContext<ThemeValue | null>(null);
export function ThemeProvider(p: { value: ThemeValue; children: ReactNode }) { return <Ctx value={p.value}>{p.children}</Ctx>; }
export function useTheme(): ThemeValue { const v = useContext(Ctx); if (!v) throw new Error("no theme"); return v; }
