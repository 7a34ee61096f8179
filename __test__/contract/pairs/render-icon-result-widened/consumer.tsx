import { Toolbar } from "./surface";
export const a = <Toolbar renderIcon={n => <i>{n}</i>} title="x" />;
