import { PrefsContext } from "./surface";
export const p = <PrefsContext.Consumer>{(v) => v.density.toFixed()}</PrefsContext.Consumer>;
