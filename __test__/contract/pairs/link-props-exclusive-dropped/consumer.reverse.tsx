import { Action } from "./surface";
export const a = <Action label="b" href="/x" onClick={() => {}} />;
