import { createContext } from "react";
export interface Config { baseUrl: string }
export const ConfigContext = createContext<Config>({ baseUrl: "/" });
