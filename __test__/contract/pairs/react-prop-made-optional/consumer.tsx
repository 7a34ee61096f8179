import { Avatar } from "./surface";
export const view = <Avatar src="a.png" alt="a" />;
