import { connect } from "./surface";
const s = connect("ws:");
s.on("message", (body, from) => console.log(body, from));
export const pairs: [string, string][] = s.history("message");
