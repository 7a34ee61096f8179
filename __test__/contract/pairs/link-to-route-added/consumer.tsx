import { Link, type RoutePath } from "./surface";
const r: RoutePath = "/cart"; export const a = <><Link to={r} /><Link to="https://x.y">ext</Link></>; export const b = <Link to="/" />;
