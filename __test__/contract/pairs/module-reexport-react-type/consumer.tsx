import { Page } from "./surface";
export const v = <Page title="t">x</Page>;
