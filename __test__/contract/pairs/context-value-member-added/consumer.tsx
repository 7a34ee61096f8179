import { ConfigContext } from "./surface";
export const a = <ConfigContext.Provider value={{ baseUrl: "/api" }}>x</ConfigContext.Provider>;
