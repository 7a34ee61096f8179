import { Button, type ButtonProps } from "./surface";
const p: ButtonProps = { variant: "ghost", id: "x", "aria-label": "y", onClick: e => e.currentTarget.value };
export const a = <Button {...p} className="z">Send</Button>;
