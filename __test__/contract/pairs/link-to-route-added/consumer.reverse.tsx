import { Link } from "./surface";
export const a = <Link to="/wishlist" />;
