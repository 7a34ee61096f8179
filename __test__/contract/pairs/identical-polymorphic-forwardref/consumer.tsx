import { Link } from "./surface";
export const l = <Link.Group><Link href="/" tone="loud" /><Link as="button" type="submit" prefix={<i />} /></Link.Group>;
