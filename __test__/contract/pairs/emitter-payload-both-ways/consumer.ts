import { hub } from "./surface";
export const sent: boolean = hub.on("logout", p => p.reason?.length).emit("login", { user: "u" });
