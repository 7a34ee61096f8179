import type { JSX } from "react";
export type AvatarProps = { readonly src: string; readonly alt?: string };
export function Avatar(props: AvatarProps): JSX.Element {
  return <img {...props} />;
}
