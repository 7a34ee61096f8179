import { post, wait } from "./surface";
post({ name: "open", detail: 1 });
wait("pick").then(({ detail }) => detail.sku.trim());
