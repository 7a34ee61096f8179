import { Submit } from "./surface";
export const view = <Submit type="reset" busy />;
