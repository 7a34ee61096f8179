import { call } from "./surface";
call("/users/{id}", "get", { params: { id: "1" } }).then((u) => u.name.trim());
call("/orders", "post", { params: {}, body: { sku: "x" } }).then((o) => o.id);
