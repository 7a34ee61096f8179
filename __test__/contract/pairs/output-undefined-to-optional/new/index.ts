export type Profile = { name: string; phone?: string };
export declare function profile(): Profile;
