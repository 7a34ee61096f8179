import { memo, type JSX } from "react";
export interface AvatarProps { src: string; size?: number; onError?: (src: string) => void }
export function Avatar({ src, size }: AvatarProps): JSX.Element { return <img src={src} width={size} />; }
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
