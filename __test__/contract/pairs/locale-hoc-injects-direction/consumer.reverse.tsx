import { withLocale } from "./surface";
export const A = withLocale<{ name: string }>((p) => <b dir={p.direction}>{p.name}</b>);
