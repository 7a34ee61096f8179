import { Action, ActionBar } from "./surface";
export const a = <ActionBar><Action label="x" href="/" /></ActionBar>;
