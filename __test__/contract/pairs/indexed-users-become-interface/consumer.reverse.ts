import { usersById } from "./surface";
usersById().get("a")?.name.trim();
