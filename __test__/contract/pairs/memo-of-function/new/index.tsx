import { memo, type JSX } from "react";
export interface AvatarProps { src: string; size?: number; onError?: (src: string) => void }
export const Avatar = memo(function Avatar({ src, size }: AvatarProps) { return <img src={src} width={size} />; });
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
