import { memo } from "react";
export interface AvatarProps { src: string; size?: 24 | 32 | 48; alt: string }
export const Avatar = memo((p: AvatarProps) => <img src={p.src} alt={p.alt} width={p.size} />);
Avatar.displayName = "Avatar";
export const AvatarStack = ({ people }: { people: readonly AvatarProps[] }) => <>{people.map(p => <Avatar key={p.src} {...p} />)}</>;
