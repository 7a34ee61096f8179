import { send, type Target } from "./surface";
const t: Target = { mail: "a@b" };
send(t, "x"); send({ phone: "1", country: 49 }, "y");
