import { logout } from "./surface";
export const l = logout(localStorage.getItem("token") ?? "");
