import type { ComponentType, FC } from "react";
type Given = { readonly user: string;  };
export declare function withUser<P extends Given>(C: ComponentType<P>): FC<Omit<P, keyof Given>>;
export declare function whoami(): string;
