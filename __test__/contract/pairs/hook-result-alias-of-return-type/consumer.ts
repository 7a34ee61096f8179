import { useAuth, type Auth } from "./surface";
const a: Auth = useAuth(); a.signOut(); a.user?.trim();
