import { navigate } from "./surface";
export const go = (user: { slug: string }) => navigate(`/users/${user.slug}`);
