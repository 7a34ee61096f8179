import { identify } from "./surface";
identify({ id: "a" });
identify({ id: "a", email: "e", created: new Date() });
