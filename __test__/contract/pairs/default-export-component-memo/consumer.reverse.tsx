import Avatar, { type AvatarSize } from "./surface";
const s: AvatarSize = 16;
export const a = <Avatar src="x" size={s} />;
