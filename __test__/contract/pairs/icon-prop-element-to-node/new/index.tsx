import type { ReactNode, PropsWithChildren } from "react";
export interface BannerProps extends PropsWithChildren { icon?: ReactNode; actions: readonly ReactNode[] }
export function Banner(p: BannerProps) { return <div>{p.icon}{p.children}{p.actions}</div>; }
export const bannerRole: string = "status";
