import { Caption } from "./surface";
export const view = <Caption text="a" />;
