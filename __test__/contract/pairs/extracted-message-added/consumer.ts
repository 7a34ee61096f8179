import { on, send } from "./surface";
on("add", ({ sku }) => sku.trim());
send({ type: "drop", at: 1 });
