import type { ComponentType } from "react"; import { Avatar, type AvatarProps } from "./surface";
const p: AvatarProps = { src: "a.png" };
export const a = <><Avatar {...p} key="1" /><Avatar src="b" size={3} onError={s => s.length} /></>;
export function Slot({ as: As = Avatar }: { as?: ComponentType<AvatarProps> }) { return <As src="" />; }
