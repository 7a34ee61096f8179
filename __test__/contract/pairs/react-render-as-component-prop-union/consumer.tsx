import { Button2, Star } from "./surface";
export const v = <><Button2 text="x" icon={Star} /><Button2 text="y" icon={({ size = 1 }) => <i>{size.toFixed()}</i>} /></>;
