import { removeUser, type UserId } from "./surface";
export const remove = (id: UserId): void => removeUser(id);
