import { LookContext } from "./surface";
export const view = <LookContext.Provider value={{ mode: "auto" }}>x</LookContext.Provider>;
