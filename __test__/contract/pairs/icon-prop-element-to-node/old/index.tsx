import type { JSX, PropsWithChildren } from "react";
export interface BannerProps extends PropsWithChildren { icon?: JSX.Element; actions: readonly JSX.Element[] }
export function Banner(p: BannerProps) { return <div>{p.icon}{p.children}{p.actions}</div>; }
export const bannerRole: string = "status";
