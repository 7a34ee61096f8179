import { href } from "./surface";
export const h = href("product", { sku: "1" });
