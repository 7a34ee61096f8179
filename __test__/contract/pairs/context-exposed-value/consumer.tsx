import { PrefsContext } from "./surface";
export const p = <PrefsContext.Provider value={{ compact: true }}>x</PrefsContext.Provider>;
