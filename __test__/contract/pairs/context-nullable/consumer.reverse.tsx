import { AuthContext } from "./surface";
export const a = <AuthContext.Provider value={null}>x</AuthContext.Provider>;
