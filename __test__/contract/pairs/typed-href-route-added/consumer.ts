import { href } from "./surface";
export const h: string = href("product", { sku: "1", tab: "info" }) + href("home", {});
