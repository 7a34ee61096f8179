export type IconName = "cart" | "user" | "search";
export declare function iconPath(name: IconName): string;
export declare function iconNames(): IconName[];
