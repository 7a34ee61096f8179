import { Hint, type HintProps } from "./surface";
export const props: HintProps = { text: "a" };
export const view = <Hint {...props} />;
