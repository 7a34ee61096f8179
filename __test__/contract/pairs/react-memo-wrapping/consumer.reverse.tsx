import { Avatar, AvatarStack } from "./surface";
import type { ComponentProps } from "react";
export const list: ComponentProps<typeof Avatar>[] = [{ src: "a.png", alt: "A", size: 32 }];
export const v = <div><Avatar src="/x.png" alt="X" key={1} /><AvatarStack people={list} /></div>;
