import { t, type Messages } from "./surface";
t("greeting", "Ada").trim(); t("bye");
export function own<K extends keyof Messages>(k: K, ...v: Messages[K]) { return t(k, ...v); }
