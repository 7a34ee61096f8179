import { createContext, useContext, type JSX, type ReactNode } from "react";
export interface Viewer { name: string }
const ViewerContext = createContext<Viewer | null>(null);
export function ViewerProvider({ children }: { children: ReactNode }): JSX.Element { return <ViewerContext.Provider value={null}>{children}</ViewerContext.Provider>; }
export function useViewer(): Viewer { const v = useContext(ViewerContext); if (!v) throw new Error(); return v; }
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
