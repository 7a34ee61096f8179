import Anything from "./surface";
export const view = <Anything />;
