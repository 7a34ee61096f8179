import { Alert, type AlertProps } from "./surface";
const p: AlertProps = { title: 1, role: "alert" };
export const a = <Alert {...p} style={{ color: "red" }}>x</Alert>;
