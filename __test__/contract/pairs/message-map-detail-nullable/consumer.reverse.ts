import { post } from "./surface";
post({ name: "pick", detail: { sku: null } });
