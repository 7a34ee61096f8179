import { memo } from "react";
export interface AvatarProps { readonly src: string; readonly size?: 32 | 16 }
const Avatar = memo((p: AvatarProps) => (p.src ? <img src={p.src} width={p.size} /> : null));
export default Avatar;
export type AvatarSize = 16 | 32;
