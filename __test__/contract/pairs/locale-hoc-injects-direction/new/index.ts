import type { ComponentType } from "react";
export interface Injected { locale: string; direction: "ltr" | "rtl" }
export declare function withLocale<P extends object>(Inner: ComponentType<P & Injected>): ComponentType<P>;
