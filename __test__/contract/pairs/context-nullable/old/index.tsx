import { createContext, type Context } from "react";
export interface Session { user: string; roles: string[] }
export const AuthContext: Context<Session> = createContext<Session>({ user: "", roles: [] });
