import { userId } from "./surface";
export const brand: "UserId" = userId("u1").__brand;
