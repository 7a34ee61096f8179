import { Link } from "./surface";
export const v = <Link to="/" onFollow={e => console.log(e.currentTarget.href)}>home</Link>;
