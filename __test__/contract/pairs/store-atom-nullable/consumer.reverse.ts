import { sessionAtom, useAtomValue } from "./surface";
export const v: string | undefined = useAtomValue(sessionAtom)?.user;
