import { Link, useActive } from "./surface";
export function V() { return <Link to="/" onFollow={e => { e.preventDefault(); e.currentTarget.blur(); }}>{useActive("/") ? "x" : "y"}</Link>; }
