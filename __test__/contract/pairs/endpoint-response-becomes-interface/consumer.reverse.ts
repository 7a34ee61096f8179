import { call } from "./surface";
call("/me").name.trim(); const p: "pong" = call("/ping"); export { p };
