import { Link } from "./surface";
export const view = <Link href="/" />;
