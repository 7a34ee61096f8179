import type { JSX } from "react";
export interface AvatarProps { readonly src: string; readonly size?: 16 | 32 }
export default function Avatar(props: AvatarProps): JSX.Element { return <img src={props.src} width={props.size} />; }
export type AvatarSize = NonNullable<AvatarProps["size"]>;
