import { z } from "zod";
export declare const userSchema: z.ZodObject<{ name: z.ZodString; age: z.ZodOptional<z.ZodNumber> }>;
export type User = z.infer<typeof userSchema>;
export declare function save(user: User): Promise<User>;
