import { Page, type Children } from "./surface";
const c: Children = ["a", 1, null];
export const v = <Page title="t">{c}</Page>;
