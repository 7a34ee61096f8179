import { createContext } from "react";
export interface Config { baseUrl: string; timeout: number }
export const ConfigContext = createContext<Config>({ baseUrl: "/", timeout: 1 });
