import { Action } from "./surface";
export const a = <Action label="x" href="/" onPress={() => {}} />;
