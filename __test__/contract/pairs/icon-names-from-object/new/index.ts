declare const paths: { readonly cart: string; readonly user: string; readonly search: string };
export type IconName = keyof typeof paths;
export declare function iconPath(name: keyof typeof paths): string;
export declare function iconNames(): Array<keyof typeof paths>;
