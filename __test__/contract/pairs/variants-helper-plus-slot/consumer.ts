import { variants, type VariantProps } from "./surface";
const button = variants("btn", { variants: { size: { s: "p-1", l: "p-4" }, tone: { ok: "green" } }, defaults: { size: "s" } });
const p: VariantProps<typeof button> = { size: "l" };
export const c: string = button(p) + button({ tone: "ok" }) + button();
