import { watchUser } from "./surface";
watchUser((u) => u.id.trim())();
