import { IconButton, type IconButtonProps } from "./surface";
const p: IconButtonProps = { icon: <i />, label: "x" };
export const a = [<IconButton key="1" {...p} />, <IconButton key="2" icon={<b />} label="y" onClick={() => {}} />];
