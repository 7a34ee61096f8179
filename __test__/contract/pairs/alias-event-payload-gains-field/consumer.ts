import { listen } from "./surface";
listen("login", ({ user }) => user.trim())(); listen("logout", (p) => p.reason?.trim());
