import { Submit } from "./surface";
export const view = <Submit busy title="a" />;
