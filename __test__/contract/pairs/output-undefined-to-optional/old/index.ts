export type Profile = { name: string; phone: string | undefined };
export declare function profile(): Profile;
