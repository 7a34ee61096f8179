import { Alert } from "./surface";
export const a = <Alert title={<b>!</b>} color="red" />;
