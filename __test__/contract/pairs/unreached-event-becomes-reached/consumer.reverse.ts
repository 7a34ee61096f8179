import { on } from "./surface";
on("audit", ({ user }) => user.toFixed());
