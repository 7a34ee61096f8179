import { insert } from "./surface";
insert("t", { at: new Date() }).then((r) => r.id);
